package com.allinone.messaging.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what arrives, by consumer. */
@ApplicationScoped
public class InboxMetrics {

    private static final String CONSUMER = "consumer";

    private final MeterRegistry registry;
    private final Clock clock;
    /** By consumer: when the oldest message of each batch that is being handled was published. */
    private final Map<String, Map<Batch, Instant>> inHand = new ConcurrentHashMap<>();

    public InboxMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** Begins to measure a batch, until it is closed. */
    Batch batch(String consumer, int size, OptionalLong oldest) {
        registry.summary("messaging.inbox.batch.size", CONSUMER, consumer).record(size);
        Batch batch = new Batch(consumer, clock.instant());
        inHand(consumer).put(batch, oldest.isPresent() ? Instant.ofEpochMilli(oldest.getAsLong()) : batch.begun);
        return batch;
    }

    /** A batch that is being handled. */
    final class Batch implements AutoCloseable {

        private final String consumer;
        private final Instant begun;

        private Batch(String consumer, Instant begun) {
            this.consumer = consumer;
            this.begun = begun;
        }

        @Override
        public void close() {
            inHand(consumer).remove(this);
            registry.timer("messaging.inbox.batch", CONSUMER, consumer)
                    .record(Duration.between(begun, clock.instant()));
        }
    }

    private Map<Batch, Instant> inHand(String consumer) {
        return inHand.computeIfAbsent(consumer, name -> {
            Map<Batch, Instant> batches = new ConcurrentHashMap<>();
            registry.gauge("messaging.inbox.lag.seconds", Tags.of(CONSUMER, name), batches, each -> age(each.values()));
            return batches;
        });
    }

    private double age(Collection<Instant> oldest) {
        return oldest.stream()
                .min(Instant::compareTo)
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1_000.0)
                .orElse(0.0);
    }

    void duplicates(String consumer, int count) {
        registry.counter("messaging.inbox.duplicates", CONSUMER, consumer).increment(count);
    }

    void parked(String consumer) {
        parked(consumer, 1);
    }

    /** Has every counter of the consumer, at zero. */
    void known(String consumer) {
        inHand(consumer);
        duplicates(consumer, 0);
        parked(consumer, 0);
        redriven(consumer, 0);
        discarded(consumer, 0);
        retried(consumer, 0);
    }

    private void parked(String consumer, int count) {
        registry.counter("messaging.inbox.parked", CONSUMER, consumer).increment(count);
    }

    void redriven(String consumer, int count) {
        registry.counter("messaging.inbox.redriven", CONSUMER, consumer).increment(count);
    }

    void discarded(String consumer) {
        discarded(consumer, 1);
    }

    private void discarded(String consumer, int count) {
        registry.counter("messaging.inbox.discarded", CONSUMER, consumer).increment(count);
    }

    void retried(String consumer) {
        retried(consumer, 1);
    }

    private void retried(String consumer, int count) {
        registry.counter("messaging.inbox.retries", CONSUMER, consumer).increment(count);
    }
}
