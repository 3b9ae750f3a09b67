package com.allinone.order.fulfilment;

import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transactions;
import com.allinone.order.domain.OrderStatus;
import com.allinone.order.port.StuckOrders;
import com.allinone.order.port.StuckOrders.Count;
import com.allinone.order.redriving.Patience;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * How many orders wait in each state, since when the oldest, and how many of them are stuck. Orders that wait for
 * nothing are not counted: they are all the others.
 */
@ApplicationScoped
public class SagaGauges {

    private static final Logger LOG = Logger.getLogger(SagaGauges.class);

    private final Transactions transactions;
    private final StuckOrders orders;
    private final Patience patience;
    private final Clock clock;
    private final MeterRegistry registry;
    private final List<Gauge> gauges = new ArrayList<>();
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    public SagaGauges(
            Transactions transactions, StuckOrders orders, Patience patience, Clock clock, MeterRegistry registry) {
        this.transactions = transactions;
        this.orders = orders;
        this.patience = patience;
        this.clock = clock;
        this.registry = registry;
        for (OrderStatus status : OrderStatus.values()) {
            if (status.waitsFor().isPresent()) {
                gauges.add(gauge(registry, "order.saga.orders", status, counts, Count::orders));
                gauges.add(gauge(registry, "order.saga.stuck", status, counts, Count::stuck));
                gauges.add(gauge(registry, "order.saga.oldest.seconds", status, counts, count -> age(count, clock)));
            }
        }
    }

    @Scheduled(
            every = "10s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    void lookForAll() {
        try {
            look();
        } catch (DatabaseFailure e) {
            LOG.warnf("Waiting orders were not counted and will be in a moment, cause=%s", e.getMessage());
        }
    }

    /** A gauge holds what it measures weakly: left behind, it would shadow the one of a restart in the same process. */
    @PreDestroy
    void remove() {
        gauges.forEach(registry::remove);
    }

    /** Counts once. */
    public void look() {
        Instant since = patience.since(clock.instant());
        Map<String, Count> counted = transactions.call(transaction -> orders.counts(transaction, since)).stream()
                .collect(Collectors.toMap(Count::status, Function.identity()));
        counts.keySet().retainAll(counted.keySet());
        counts.putAll(counted);
    }

    private static double age(Count count, Clock clock) {
        return Duration.between(count.oldest(), clock.instant()).toMillis() / 1_000.0;
    }

    private static Gauge gauge(
            MeterRegistry registry,
            String name,
            OrderStatus state,
            Map<String, Count> counts,
            ToDoubleFunction<Count> value) {
        return Gauge.builder(name, counts, held -> {
                    Count count = held.get(state.name());
                    return count == null ? 0 : value.applyAsDouble(count);
                })
                .tag("state", state.name())
                .register(registry);
    }
}
