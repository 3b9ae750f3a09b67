package com.allinone.messaging.storage;

import com.allinone.messaging.parking.ParkedMessage;
import com.allinone.messaging.parking.ParkedMessages;
import com.allinone.messaging.sql.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Parked messages as rows of {@code parked_message}, their keys as rows of {@code parked_key}. */
@ApplicationScoped
public class JdbcParkedMessages implements ParkedMessages {

    private static final String LOCK = """
            select key from parked_key
             where consumer = ? and key = any(?)
             order by key for update""";
    private static final String PARK_KEY = """
            insert into parked_key (consumer, key, parked_at) values (?, ?, ?)
            on conflict (consumer, key) do update set parked_at = parked_key.parked_at""";
    private static final String PARK = """
            insert into parked_message
                   (consumer, topic, partition, "offset", message_id, key, type, headers, body, error, parked_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing""";

    @Override
    public Set<String> parkedAmong(Transaction transaction, String consumer, Collection<String> keys) {
        return new HashSet<>(
                transaction.sql(LOCK).bind(consumer).bindArray("text", keys).list(row -> row.text("key")));
    }

    @Override
    public void park(Transaction transaction, ParkedMessage message) {
        transaction
                .sql(PARK_KEY)
                .bind(message.consumer())
                .bind(message.key())
                .bind(message.parkedAt())
                .update();
        transaction
                .sql(PARK)
                .bind(message.consumer())
                .bind(message.topic())
                .bind(message.partition())
                .bind(message.offset())
                .bind(message.id())
                .bind(message.key())
                .bind(message.type())
                .bindJson(message.headers())
                .bind(message.body())
                .bind(message.error())
                .bind(message.parkedAt())
                .update();
    }
}
