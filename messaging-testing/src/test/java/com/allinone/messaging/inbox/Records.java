package com.allinone.messaging.inbox;

import com.allinone.messaging.Envelope;
import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Kafka records of one partition, as they arrive one after the other. */
final class Records {

    private long offset;

    static UUID id() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    ConsumerRecord<String, byte[]> note(UUID id, String key, int number) {
        return record(id.toString(), key, "note.take.v1", String.valueOf(number));
    }

    ConsumerRecord<String, byte[]> record(String id, @Nullable String key, String type, @Nullable String json) {
        ProducerRecord<String, byte[]> sent =
                Envelope.wrap("/someone", id(), "notes", key == null ? "-" : key, type, Instant.now(), "", null, null);
        sent.headers().remove("ce_id").add("ce_id", id.getBytes(StandardCharsets.UTF_8));
        return new ConsumerRecord<>(
                "notes",
                0,
                offset++,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                json == null ? null : json.getBytes(StandardCharsets.UTF_8),
                new RecordHeaders(sent.headers()),
                Optional.empty());
    }

    /** The next offset, after Kafka lost its log and counts anew. */
    void restartAt(long next) {
        offset = next;
    }

    /** The record as a relay publishes the message at that place of its log. */
    static ConsumerRecord<String, byte[]> numbered(ConsumerRecord<String, byte[]> record, long position) {
        record.headers().add("ce_sequence", String.valueOf(position).getBytes(StandardCharsets.UTF_8));
        return record;
    }

    static ConsumerRecord<String, byte[]> without(ConsumerRecord<String, byte[]> record, String header) {
        record.headers().remove(header);
        return record;
    }
}
