package com.allinone.messaging.parking;

import com.allinone.messaging.Envelope;
import com.allinone.messaging.MessageJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * A record that waits for a person, in a form that can always be stored.
 *
 * @param timestamp when it was published, in milliseconds since 1970, as the record says
 * @param sequence its place in its publisher's log; null where the publisher did not say
 * @param key its own, or the empty one where it has none
 * @param id and
 * @param type null where the envelope could not be read: it can only be discarded
 * @param headers as a JSON object of texts
 * @param error why it waits
 */
@SuppressWarnings("ArrayRecordComponent") // told apart by its place in the topic; the body is never compared
public record ParkedMessage(
        String consumer,
        String topic,
        int partition,
        long offset,
        long timestamp,
        @Nullable Long sequence,
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
    private static final int LONGEST_HEADER_NAME = 256;
    private static final int LONGEST_HEADER = 2_000;
    private static final int MOST_HEADERS = 64;
    private static final int LARGEST_BODY = 1_048_576;

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
                record.timestamp(),
                Envelope.sequence(record.headers()),
                key(record),
                id,
                type == null ? null : storable(type, LONGEST_TYPE),
                headers(record),
                body(record.value()),
                error(error),
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

    /** Of a body that no message of ours may have, the beginning: such a one is unreadable anyway. */
    private static byte @Nullable [] body(byte @Nullable [] body) {
        return body == null || body.length <= LARGEST_BODY ? body : Arrays.copyOf(body, LARGEST_BODY);
    }

    /** An error as it is kept. */
    public static String error(String error) {
        return storable(error, LONGEST_ERROR);
    }

    /** The record as it came; only where the envelope could be read is nothing of it lost. */
    public ConsumerRecord<String, byte[]> record() {
        RecordHeaders all = new RecordHeaders();
        texts().forEach((name, value) -> all.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecord<>(
                topic, partition, offset, timestamp, TimestampType.CREATE_TIME, 0, 0, key, body, all, Optional.empty());
    }

    /** The headers by name. */
    public Map<String, String> texts() {
        return MessageJson.texts(headers);
    }

    private static String headers(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null && headers.size() < MOST_HEADERS) {
                headers.put(
                        storable(header.key(), LONGEST_HEADER_NAME),
                        storable(new String(header.value(), StandardCharsets.UTF_8), LONGEST_HEADER));
            }
        }
        return MessageJson.write(headers);
    }
}
