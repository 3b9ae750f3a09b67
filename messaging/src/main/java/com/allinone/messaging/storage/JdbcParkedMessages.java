package com.allinone.messaging.storage;

import com.allinone.messaging.parking.ParkedMessage;
import com.allinone.messaging.parking.ParkedMessages;
import com.allinone.messaging.parking.ParkedRow;
import com.allinone.messaging.sql.Row;
import com.allinone.messaging.sql.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parked messages as rows of {@code parked_message}, their keys as rows of {@code parked_key}. */
@ApplicationScoped
public class JdbcParkedMessages implements ParkedMessages {

    /** A statement of its own: whoever waited here for another transaction then sees what that one has written. */
    private static final String LOCK = """
            select key from parked_key
             where consumer = ? and key = any(?)
             order by key for update""";

    private static final String PARK_KEY = """
            insert into parked_key (consumer, key, parked_at) values (?, ?, ?)
            on conflict (consumer, key) do update set parked_at = parked_key.parked_at""";
    private static final String PARK = """
            insert into parked_message
                   (consumer, topic, partition, "offset", published_at, sequence, message_id, key, type, headers, body,
                    error, parked_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing""";
    private static final String COLUMNS = """
            select place, attempts, consumer, topic, partition, "offset", published_at, sequence, message_id, key, type,
                   headers::text as headers, body, error, parked_at
              from parked_message
            """;
    private static final String FIRST = COLUMNS + """
             where consumer = ? and key = ?
             order by topic, sequence nulls first, place
             limit ?""";
    private static final String FIND = COLUMNS + " where consumer = ? and key = ? and place = ?";
    private static final String LEFT = "select count(*) as messages from parked_message where consumer = ? and key = ?";

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
                .bind(message.timestamp())
                .bind(message.sequence())
                .bind(message.id())
                .bind(message.key())
                .bind(message.type())
                .bindJson(message.headers())
                .bind(message.body())
                .bind(message.error())
                .bind(message.parkedAt())
                .update();
    }

    @Override
    public List<ParkedRow> first(Transaction transaction, String consumer, String key, int limit) {
        return transaction.sql(FIRST).bind(consumer).bind(key).bind(limit).list(JdbcParkedMessages::row);
    }

    @Override
    public Optional<ParkedRow> find(Transaction transaction, String consumer, String key, long place) {
        return transaction.sql(FIND).bind(consumer).bind(key).bind(place).first(JdbcParkedMessages::row);
    }

    @Override
    public long remove(Transaction transaction, String consumer, String key, Collection<Long> places) {
        transaction
                .sql("delete from parked_message where consumer = ? and key = ? and place = any(?)")
                .bind(consumer)
                .bind(key)
                .bindArray("bigint", places)
                .update();
        long left = transaction
                .sql(LEFT)
                .bind(consumer)
                .bind(key)
                .list(row -> row.number("messages"))
                .getFirst();
        if (left == 0) {
            transaction
                    .sql("delete from parked_key where consumer = ? and key = ?")
                    .bind(consumer)
                    .bind(key)
                    .update();
        }
        return left;
    }

    @Override
    public void failedAgain(Transaction transaction, String consumer, long place, String error) {
        transaction
                .sql("update parked_message set attempts = attempts + 1, error = ? where consumer = ? and place = ?")
                .bind(ParkedMessage.error(error))
                .bind(consumer)
                .bind(place)
                .update();
    }

    static ParkedRow row(Row row) {
        return new ParkedRow(
                row.number("place"),
                row.integer("attempts"),
                new ParkedMessage(
                        row.text("consumer"),
                        row.text("topic"),
                        row.integer("partition"),
                        row.number("offset"),
                        row.number("published_at"),
                        row.numberOrNull("sequence"),
                        row.text("key"),
                        row.uuidOrNull("message_id"),
                        row.textOrNull("type"),
                        row.text("headers"),
                        row.bytesOrNull("body"),
                        row.text("error"),
                        row.instant("parked_at")));
    }
}
