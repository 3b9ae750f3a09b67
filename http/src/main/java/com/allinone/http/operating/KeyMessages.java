package com.allinone.http.operating;

import com.allinone.messaging.records.KeyRecords;
import com.allinone.messaging.tracing.MessageTraces;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one service has on record of the messages of one key.
 *
 * @param said what it said, in order
 * @param heard what it heard and what that led to; what led to nothing is known by its id only, to whoever said it
 * @param parked what it heard and could not do
 * @param whole false where there is more than is shown
 */
@RegisterForReflection
public record KeyMessages(List<Said> said, List<Heard> heard, List<Parked> parked, boolean whole) {

    /**
     * A message that left.
     *
     * @param cause the message that led to it; null where a request or a clock did
     * @param published false while it waits in the outbox
     */
    @RegisterForReflection
    public record Said(
            UUID id,
            String type,
            String topic,
            Instant at,
            @Nullable UUID cause,
            boolean published,
            @Nullable String traceId) {

        static Said of(KeyRecords.Said said) {
            return new Said(
                    said.id(),
                    said.type(),
                    said.topic(),
                    said.at(),
                    said.cause(),
                    said.published(),
                    MessageTraces.traceId(said.traceparent()));
        }
    }

    /**
     * A message that came and was done.
     *
     * @param deliveries how often it came; only the first had an effect
     * @param ledTo the messages that were said because of it
     */
    @RegisterForReflection
    public record Heard(UUID id, String consumer, int deliveries, List<String> ledTo) {}

    /**
     * A message that waits for a person; {@code ./shop parked} shows and redrives it.
     *
     * @param attempts how often it failed again when it was redriven
     */
    @RegisterForReflection
    public record Parked(
            @Nullable UUID id,
            @Nullable String type,
            String consumer,
            long place,
            String error,
            int attempts,
            Instant at) {

        static Parked of(KeyRecords.Parked parked) {
            return new Parked(
                    parked.id(),
                    parked.type(),
                    parked.consumer(),
                    parked.place(),
                    parked.error(),
                    parked.attempts(),
                    parked.at());
        }
    }
}
