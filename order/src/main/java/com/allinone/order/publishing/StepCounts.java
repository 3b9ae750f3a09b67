package com.allinone.order.publishing;

import com.allinone.order.domain.CancelReason;
import com.allinone.order.domain.Money;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderStatus;
import com.allinone.order.domain.RecordedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;

/** Counts what orders come to: placed, confirmed, cancelled and why, the money of each, and how long a decision took. */
final class StepCounts {

    private final MeterRegistry registry;

    StepCounts(MeterRegistry registry) {
        this.registry = registry;
    }

    /** What to run after the commit of the step that the order has just taken; reads the order now, not then. */
    Runnable of(OrderHistory order) {
        OrderStatus status = order.status();
        Money total = order.order().total();
        Runnable outcome = switch (status) {
            case AWAITING_STOCK -> () -> money("order.placed.amount", total);
            case DELIVERY_READY -> confirmed(order, total);
            case CANCELLED -> cancelled(order, total);
            case AWAITING_PAYMENT, AWAITING_PAYMENT_FATE, RELEASING, UNWINDING, REFUND_BY_HAND, SHIPPED, DELIVERED ->
                () -> {};
        };
        return () -> {
            registry.counter("order.fulfilment.entered", "status", status.name())
                    .increment();
            outcome.run();
        };
    }

    private Runnable confirmed(OrderHistory order, Money total) {
        Duration took = Duration.between(order.order().placedAt(), order.changedAt());
        return () -> {
            money("order.confirmed.amount", total);
            registry.timer("order.journey", "outcome", "confirmed").record(took);
        };
    }

    private Runnable cancelled(OrderHistory order, Money total) {
        String reason = order.reason().map(CancelReason::name).orElse("UNKNOWN");
        Duration took = Duration.between(order.order().placedAt(), order.changedAt());
        boolean decidedBefore = wasConfirmed(order.events());
        return () -> {
            registry.counter("order.cancelled", "reason", reason).increment();
            money("order.cancelled.amount", total);
            if (!decidedBefore) {
                registry.timer("order.journey", "outcome", "cancelled").record(took);
            }
        };
    }

    /** Its shopper had got an answer then, and not now. */
    private static boolean wasConfirmed(List<RecordedEvent> events) {
        return events.stream().anyMatch(event -> event.status() == OrderStatus.DELIVERY_READY);
    }

    /** In minor units; a counter's sum is exact up to 2^53 of them. */
    private void money(String name, Money total) {
        registry.counter(name, "currency", total.currency()).increment((double) total.amount());
    }
}
