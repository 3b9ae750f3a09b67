package com.allinone.messaging.inbox;

import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.sql.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Remembers, in the transaction of the effect, what a consumer has done. */
final class Inbox {

    private static final String REMEMBER = """
            insert into inbox (consumer, message_id)
            select ?, id from unnest(?) as id order by id
            on conflict do nothing
            returning message_id""";

    private final Transaction transaction;
    private final String consumer;

    Inbox(Transaction transaction, String consumer) {
        this.transaction = transaction;
        this.consumer = consumer;
    }

    /** Those that were not done before, each once, in their order. */
    List<IncomingMessage> fresh(List<IncomingMessage> messages) {
        if (messages.isEmpty()) {
            return messages;
        }
        Set<UUID> unseen = new HashSet<>(transaction
                .sql(REMEMBER)
                .bind(consumer)
                .bindArray(
                        "uuid",
                        messages.stream().map(IncomingMessage::id).distinct().toList())
                .list(row -> row.uuid("message_id")));
        List<IncomingMessage> fresh = new ArrayList<>(messages.size());
        for (IncomingMessage message : messages) {
            if (unseen.remove(message.id())) {
                fresh.add(message);
            }
        }
        return fresh;
    }
}
