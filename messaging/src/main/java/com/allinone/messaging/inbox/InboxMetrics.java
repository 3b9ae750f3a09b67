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
        registry.counter("messaging.inbox.parked", CONSUMER, consumer).increment();
    }

    void redriven(String consumer, int count) {
        registry.counter("messaging.inbox.redriven", CONSUMER, consumer).increment(count);
    }

    void discarded(String consumer) {
        registry.counter("messaging.inbox.discarded", CONSUMER, consumer).increment();
    }

    void retried(String consumer) {
        registry.counter("messaging.inbox.retries", CONSUMER, consumer).increment();
    }
}
