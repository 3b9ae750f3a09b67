package com.allinone.messaging.storage;

import com.allinone.messaging.inbox.DoneMessages;
import com.allinone.messaging.sql.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Done messages as rows of {@code inbox}, written in the order of their ids so that nobody deadlocks. */
@ApplicationScoped
public class JdbcDoneMessages implements DoneMessages {

    private static final String REMEMBER = """
            insert into inbox (consumer, message_id)
            select ?, id from unnest(?) as id order by id
            on conflict do nothing
            returning message_id""";

    @Override
    public Set<UUID> remember(Transaction transaction, String consumer, Collection<UUID> ids) {
        return new HashSet<>(
                transaction.sql(REMEMBER).bind(consumer).bindArray("uuid", ids).list(row -> row.uuid("message_id")));
    }
}
