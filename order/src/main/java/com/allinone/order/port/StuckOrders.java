package com.allinone.order.port;

import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Orders that wait for longer than they should: for somebody's answer since before an instant, for an operator at all,
 * or past their deadline because this release cannot give them up.
 */
public interface StuckOrders {

    /** Those that are stuck, the one that waits longest first, from the one after {@code after}; at most that many. */
    List<Stuck> page(Transaction transaction, Instant since, Optional<Place> after, int limit);

    /** How many orders wait, in every state that has any. */
    List<Count> counts(Transaction transaction, Instant since);

    /** Where an order stands in the list. */
    record Place(Instant since, OrderId id) {}

    /**
     * A stuck order.
     *
     * @param status as it is stored; a newer release may know more of them
     * @param nudges how often its commands were sent again since its last event
     * @param nextNudgeAt not before; null while it was never asked for again
     * @param parked whether answers to it wait for a person
     * @param order null where this release cannot read it
     * @param unreadable why it cannot be read
     */
    record Stuck(
            OrderId id,
            String status,
            Instant since,
            int nudges,
            @Nullable Instant nextNudgeAt,
            @Nullable String traceparent,
            boolean parked,
            @Nullable OrderHistory order,
            @Nullable String unreadable) {}

    /**
     * The orders of a state.
     *
     * @param oldest since when the longest waiting one is in it
     */
    record Count(String status, long orders, Instant oldest, long stuck) {}
}
