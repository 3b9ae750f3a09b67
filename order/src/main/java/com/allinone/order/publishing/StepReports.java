package com.allinone.order.publishing;

import com.allinone.order.domain.Operation.Outcome;
import com.allinone.order.domain.OperatorAction;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderId;
import com.allinone.order.domain.OrderStatus;
import com.allinone.order.port.Orders.Due;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Logs and counts how sagas go, each step in the trace of its order. To be called once the step is committed. */
@ApplicationScoped
public class StepReports {

    private static final Logger LOG = Logger.getLogger(StepReports.class);

    private final MeterRegistry registry;
    private final StepCounts counts;

    public StepReports(MeterRegistry registry) {
        this.registry = registry;
        this.counts = new StepCounts(registry);
    }

    /** What to run after the commit of the step that the order has just taken. */
    public Runnable advanced(OrderHistory order, Context trace) {
        OrderId id = order.order().id();
        OrderStatus status = order.status();
        int version = order.version();
        Runnable counted = counts.of(order);
        return () -> {
            try (Scope _ = trace.makeCurrent()) {
                LOG.infof("Order advanced, orderId=%s status=%s version=%d", id, status, version);
                if (status == OrderStatus.REFUND_BY_HAND) {
                    LOG.errorf("A refund was refused and a person has to settle it, orderId=%s", id);
                }
            }
            counted.run();
        };
    }

    /** What to run after the commit of a late or doubled reply. */
    public Runnable ignored(String type) {
        return () -> registry.counter("order.fulfilment.ignored", "type", type).increment();
    }

    /** What to run after the commit of asking again for an order that got no answer. */
    public Runnable nudged(OrderHistory order, List<String> sent, int nudges, Context trace) {
        OrderId id = order.order().id();
        OrderStatus status = order.status();
        return () -> {
            try (Scope _ = trace.makeCurrent()) {
                LOG.infof(
                        "Order was asked for again, orderId=%s status=%s nudges=%d sent=%s", id, status, nudges, sent);
            }
            registry.counter("order.saga.nudges", "status", status.name()).increment();
        };
    }

    /** What to run after a look at stuck orders: one alert for those that the bound has just passed, not one each. */
    public Runnable stuck(List<Due> found) {
        List<OrderId> fresh =
                found.stream().filter(due -> due.looks() == 0).map(Due::id).toList();
        return () -> {
            if (!fresh.isEmpty()) {
                LOG.errorf(
                        "Orders wait longer than their bound, GET /api/v1/orders/stuck tells for what, count=%d first=%s",
                        fresh.size(), fresh.getFirst());
                registry.counter("order.saga.alerts").increment(fresh.size());
            }
        };
    }

    /** What to run after the commit of an operator's action. */
    public Runnable operated(OperatorAction action, Outcome outcome) {
        return () -> registry.counter("order.operations", "action", action.name(), "outcome", outcome.name())
                .increment();
    }

    /** What to run where a job has found an order that this release cannot read. */
    public Runnable unreadable(OrderId id, String why) {
        return () -> {
            LOG.errorf("Order was left alone, orderId=%s cause=%s", id, why);
            registry.counter("order.saga.unreadable").increment();
        };
    }
}
