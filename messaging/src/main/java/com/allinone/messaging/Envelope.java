package com.allinone.messaging;

import com.allinone.messaging.tracing.MessageTraces;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The headers around a body: CloudEvents 1.0 in Kafka's binary mode, and W3C trace context.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">
 *     Kafka protocol binding</a>
 */
public final class Envelope {

    private static final String SCHEMAS = "https://allinone.example/contracts";
    static final int LONGEST_TYPE = 128;
    private static final int LONGEST_HEADER = 2_000;
    private static final int LARGEST_BODY = 1_048_576;
    private static final String SEQUENCE = "ce_sequence";
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,18}");

    private Envelope() {}

    /** A record for Kafka. {@code source} is the sending service's path, as in {@code /order}. */
    public static ProducerRecord<String, byte[]> wrap(
            String source,
            UUID id,
            String topic,
            String key,
            String type,
            Instant time,
            String json,
            @Nullable String traceparent,
            @Nullable UUID cause) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, json.getBytes(StandardCharsets.UTF_8));
        Headers headers = record.headers();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", id.toString());
        put(headers, "ce_type", type);
        put(headers, "ce_source", source);
        put(headers, "ce_subject", key);
        put(headers, "ce_time", time.toString());
        put(headers, "ce_dataschema", SCHEMAS + source + "/" + type + ".schema.json");
        put(headers, "content-type", "application/json");
        if (traceparent != null) {
            put(headers, MessageTraces.TRACEPARENT, traceparent);
        }
        if (cause != null) {
            put(headers, "ce_causationid", cause.toString());
        }
        return record;
    }

    /**
     * The message in a record.
     *
     * @throws UnreadableMessage when a header is missing or is not what it should be
     */
    public static IncomingMessage unwrap(ConsumerRecord<String, byte[]> record) {
        Headers headers = record.headers();
        String type = required(headers, "ce_type");
        if (type.length() > LONGEST_TYPE) {
            throw new UnreadableMessage("ce_type has " + type.length() + " characters, more than " + LONGEST_TYPE);
        }
        if (record.key() == null || record.key().isEmpty()) {
            throw new UnreadableMessage("A " + type + " has no key");
        }
        if (record.key().length() > OutgoingMessage.LONGEST_KEY || record.key().indexOf('\0') >= 0) {
            throw new UnreadableMessage("The key of a " + type + " is longer than " + OutgoingMessage.LONGEST_KEY
                    + " characters or holds a NUL");
        }
        if (record.value() == null) {
            throw new UnreadableMessage("A " + type + " has no body");
        }
        if (record.value().length > LARGEST_BODY) {
            throw new UnreadableMessage(
                    "The body of a " + type + " has " + record.value().length + " bytes, more than " + LARGEST_BODY);
        }
        try {
            return new IncomingMessage(
                    version7(required(headers, "ce_id")),
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    record.key(),
                    type,
                    required(headers, "ce_source"),
                    Instant.parse(required(headers, "ce_time")),
                    record.value(),
                    MessageTraces.context(optional(headers, MessageTraces.TRACEPARENT)));
        } catch (DateTimeException e) {
            throw new UnreadableMessage("ce_time of a " + type + " is no instant", e);
        }
    }

    /** Adds the message's place in its publisher's log, the CloudEvents extension {@code sequence}. */
    public static ProducerRecord<String, byte[]> numbered(ProducerRecord<String, byte[]> record, long position) {
        put(record.headers(), SEQUENCE, Long.toString(position));
        return record;
    }

    /** The place in its publisher's log that a record tells; null where it tells none. */
    public static @Nullable Long sequence(Headers headers) {
        String text = optional(headers, SEQUENCE);
        return text != null && PLACE.matcher(text).matches() ? Long.valueOf(text) : null;
    }

    private static UUID version7(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.version() == 7) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessage("ce_id is no UUID", e);
        }
        throw new UnreadableMessage("ce_id is no UUIDv7");
    }

    private static String required(Headers headers, String name) {
        String value = optional(headers, name);
        if (value == null || value.isEmpty()) {
            throw new UnreadableMessage("Header " + name + " is missing");
        }
        if (value.length() > LONGEST_HEADER) {
            throw new UnreadableMessage(
                    "Header " + name + " has " + value.length() + " characters, more than " + LONGEST_HEADER);
        }
        return value;
    }

    private static @Nullable String optional(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
