package com.allinone.order.fulfilment;

import com.allinone.order.domain.OrderStatus;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts how sagas go. */
@ApplicationScoped
public class FulfilmentMetrics {

    private final MeterRegistry registry;

    public FulfilmentMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void entered(OrderStatus status) {
        registry.counter("order.fulfilment.entered", "status", status.name()).increment();
    }

    void ignored(String type) {
        registry.counter("order.fulfilment.ignored", "type", type).increment();
    }
}
