package com.allinone.messaging.parking;

import com.allinone.messaging.MessageJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record that waits for a person, in a form that can always be stored.
 *
 * @param key its own, or the empty one where it has none
 * @param id and
 * @param type null where the envelope could not be read
 * @param headers as a JSON object
 * @param error why it waits
 */
@SuppressWarnings("ArrayRecordComponent") // told apart by its place in the topic; the body is never compared
public record ParkedMessage(
        String consumer,
        String topic,
        int partition,
        long offset,
        String key,
        @Nullable UUID id,
        @Nullable String type,
        String headers,
        byte @Nullable [] body,
        String error,
        Instant parkedAt) {

    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_TYPE = 128;
    private static final int LONGEST_ERROR = 2_000;

    /** What is kept of a record; strangers' keys, types and headers are cut to what a table takes. */
    public static ParkedMessage of(
            String consumer,
            ConsumerRecord<String, byte[]> record,
            @Nullable UUID id,
            @Nullable String type,
            String error,
            Instant now) {
        return new ParkedMessage(
                consumer,
                record.topic(),
                record.partition(),
                record.offset(),
                key(record),
                id,
                type == null ? null : storable(type, LONGEST_TYPE),
                headers(record),
                record.value(),
                storable(error, LONGEST_ERROR),
                now);
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
