package com.allinone.messaging.operating;

import com.allinone.messaging.sql.Transaction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people did, to look at. */
@FunctionalInterface
public interface ActionPages {

    /**
     * Actions, newest first.
     *
     * @param before the number of the action that the last page ended with; {@link Long#MAX_VALUE} for the first page
     */
    List<Recorded> newest(Transaction transaction, long before, int limit);

    /** One action as it was recorded. */
    record Recorded(
            long number,
            Instant at,
            String author,
            String action,
            @Nullable String consumer,
            @Nullable String key,
            String reason,
            String outcome) {}
}
