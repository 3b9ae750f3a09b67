package com.allinone.order.publishing;

import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderId;
import com.allinone.order.domain.OrderStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Logs and counts how sagas go, each step in the trace of its order. To be called once the step is committed. */
@ApplicationScoped
public class StepReports {

    private static final Logger LOG = Logger.getLogger(StepReports.class);

    private final MeterRegistry registry;

    public StepReports(MeterRegistry registry) {
        this.registry = registry;
    }

    /** What to run after the commit of the step that the order has just taken. */
    public Runnable advanced(OrderHistory order, Context trace) {
        OrderId id = order.order().id();
        OrderStatus status = order.status();
        int version = order.version();
        return () -> {
            try (Scope _ = trace.makeCurrent()) {
                LOG.infof("Order advanced, orderId=%s status=%s version=%d", id, status, version);
            }
            registry.counter("order.fulfilment.entered", "status", status.name())
                    .increment();
        };
    }

    /** What to run after the commit of a late or doubled reply. */
    public Runnable ignored(String type) {
        return () -> registry.counter("order.fulfilment.ignored", "type", type).increment();
    }
}
