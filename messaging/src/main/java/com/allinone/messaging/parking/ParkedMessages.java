package com.allinone.messaging.parking;

import com.allinone.messaging.MessageJson;
import com.allinone.messaging.sql.Transaction;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one consumer that wait for a person, per key in the order of arrival.
 *
 * <p>Whoever appends or redrives first locks the row of the key in {@code parked_key}: a message that arrives while its
 * key is redriven either is drained with it or finds the key free.
 */
public final class ParkedMessages {

    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_TYPE = 128;
    private static final int LONGEST_ERROR = 2_000;
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

    private final Transaction transaction;
    private final String consumer;
    private final Clock clock;

    public ParkedMessages(Transaction transaction, String consumer, Clock clock) {
        this.transaction = transaction;
        this.consumer = consumer;
        this.clock = clock;
    }

    /** Those of the keys that are parked, locked until the end of the transaction. */
    public Set<String> parkedAmong(List<String> keys) {
        return new HashSet<>(transaction
                .sql(LOCK)
                .bind(consumer)
                .bindArray("text", keys.stream().distinct().toList())
                .list(row -> row.text("key")));
    }

    /** Parks a record and, from now on, its key. A record without a key is parked under the empty one. */
    public void park(ConsumerRecord<String, byte[]> record, @Nullable UUID id, @Nullable String type, String error) {
        String key = key(record);
        transaction.sql(PARK_KEY).bind(consumer).bind(key).bind(clock.instant()).update();
        transaction
                .sql(PARK)
                .bind(consumer)
                .bind(record.topic())
                .bind(record.partition())
                .bind(record.offset())
                .bind(id)
                .bind(key)
                .bind(type == null ? null : storable(type, LONGEST_TYPE))
                .bindJson(headers(record))
                .bind(record.value())
                .bind(storable(error, LONGEST_ERROR))
                .bind(clock.instant())
                .update();
    }

    /** The key under which a record is parked: its own, or the empty one; cut where it is longer than any of ours. */
    public static String key(ConsumerRecord<String, byte[]> record) {
        return record.key() == null ? "" : storable(record.key(), LONGEST_KEY);
    }

    /** What strangers wrote must not keep us from parking it: PostgreSQL takes no NUL, an index no long key. */
    private static String storable(String text, int longest) {
        String cut = text.length() > longest ? text.substring(0, longest) : text;
        return cut.replace('\0', '\ufffd');
    }

    private static String headers(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(
                        storable(header.key(), LONGEST_ERROR),
                        storable(new String(header.value(), StandardCharsets.UTF_8), LONGEST_ERROR));
            }
        }
        return MessageJson.write(headers);
    }
}
