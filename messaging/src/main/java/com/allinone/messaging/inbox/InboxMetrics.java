package com.allinone.messaging.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what arrives, by consumer. */
@ApplicationScoped
public class InboxMetrics {

    private static final String CONSUMER = "consumer";

    private final MeterRegistry registry;

    public InboxMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void batch(String consumer, int size) {
        registry.summary("messaging.inbox.batch.size", CONSUMER, consumer).record(size);
    }

    void duplicates(String consumer, int count) {
        registry.counter("messaging.inbox.duplicates", CONSUMER, consumer).increment(count);
    }

    void parked(String consumer) {
        parked(consumer, 1);
    }

    /** Has every counter of the consumer, at zero. */
    void known(String consumer) {
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
