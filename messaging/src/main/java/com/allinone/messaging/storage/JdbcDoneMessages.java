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
    private static final String CAME_AGAIN = """
            with again as (
              select inbox.message_id, came.times
                from inbox join (select id, count(*) as times from unnest(?) as id group by id) came
                  on came.id = inbox.message_id
               where inbox.consumer = ? order by inbox.message_id for update of inbox)
            update inbox set deliveries = inbox.deliveries + again.times from again
             where inbox.consumer = ? and inbox.message_id = again.message_id""";

    @Override
    public Set<UUID> remember(Transaction transaction, String consumer, Collection<UUID> ids) {
        return new HashSet<>(
                transaction.sql(REMEMBER).bind(consumer).bindArray("uuid", ids).list(row -> row.uuid("message_id")));
    }

    @Override
    public void cameAgain(Transaction transaction, String consumer, Collection<UUID> ids) {
        transaction
                .sql(CAME_AGAIN)
                .bindArray("uuid", ids)
                .bind(consumer)
                .bind(consumer)
                .update();
    }
}
