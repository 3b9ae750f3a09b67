package com.allinone.inventory.storage;

import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** How many orders hold stock that is not paid yet, how many of those expire soon, and how many have. */
@ApplicationScoped
public class HeldStockMetrics {

    private static final Logger LOG = Logger.getLogger(HeldStockMetrics.class);
    private static final Duration SOON = Duration.ofMinutes(5);
    private static final String COUNT = """
        select count(*) as held,
               count(*) filter (where expires_at > ? and expires_at <= ?) as expiring,
               count(*) filter (where expires_at <= ?) as overdue
          from reservation where stage = 'HELD'\
        """;

    private final Transactions transactions;
    private final Clock clock;
    private final AtomicLong held;
    private final AtomicLong expiring;
    private final AtomicLong overdue;

    public HeldStockMetrics(Transactions transactions, Clock clock, MeterRegistry registry) {
        this.transactions = transactions;
        this.clock = clock;
        this.held = gauge(registry, "held");
        this.expiring = gauge(registry, "expiring");
        this.overdue = gauge(registry, "overdue");
    }

    @Scheduled(every = "10s", skipExecutionIf = ApplicationNotRunning.class)
    void look() {
        try {
            transactions.run(this::count);
        } catch (DatabaseFailure e) {
            LOG.warnf("Held stock was not counted, cause=%s", e.getMessage());
        }
    }

    private void count(Transaction transaction) {
        Instant now = clock.instant();
        transaction.sql(COUNT).bind(now).bind(now.plus(SOON)).bind(now).first(row -> {
            held.set(row.number("held"));
            expiring.set(row.number("expiring"));
            overdue.set(row.number("overdue"));
            return true;
        });
    }

    private static AtomicLong gauge(MeterRegistry registry, String which) {
        AtomicLong value = new AtomicLong();
        registry.gauge("inventory.holds", Tags.of("which", which), value);
        return value;
    }
}
