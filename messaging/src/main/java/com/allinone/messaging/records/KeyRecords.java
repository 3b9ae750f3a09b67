package com.allinone.messaging.records;

import com.allinone.messaging.sql.Transaction;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was said with a key, what was heard, and what of it waits for a person; as far back as records are kept. */
public interface KeyRecords {

    /** Messages with the key that this service said, in the order of saying; of more than {@code most} the first. */
    List<Said> said(Transaction transaction, String key, int most);

    /** Which of the messages with these ids consumers of this service have done, and how often each came. */
    List<Heard> heard(Transaction transaction, Collection<String> consumers, Collection<UUID> ids);

    /** Messages with the key that are parked, in the order of a redrive; of more than {@code most} the first. */
    List<Parked> parked(Transaction transaction, Collection<String> consumers, String key, int most);

    /**
     * A message that left.
     *
     * @param cause the message that led to it; null where a request or a clock did
     * @param published whether Kafka has it for certain
     */
    record Said(
            UUID id,
            String type,
            String topic,
            Instant at,
            @Nullable UUID cause,
            boolean published,
            @Nullable String traceparent) {}

    /**
     * A message that came.
     *
     * @param deliveries how often; only the first had an effect
     */
    record Heard(UUID id, String consumer, int deliveries) {}

    /**
     * A message that waits for a person.
     *
     * @param attempts how often it failed again when it was redriven
     */
    record Parked(
            String consumer,
            long place,
            String topic,
            @Nullable UUID id,
            @Nullable String type,
            String error,
            int attempts,
            Instant at) {}
}
