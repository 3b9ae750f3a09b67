package com.allinone.messaging.outbox;

import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** How far publishing is behind, in rows and in seconds of the oldest one. */
@ApplicationScoped
public class OutboxLag {

    private static final Logger LOG = Logger.getLogger(OutboxLag.class);
    private static final String LAG = """
            select count(*) as rows,
                   (select recorded_at from outbox_pending order by position limit 1) as oldest
              from outbox_pending""";

    private final Transactions transactions;
    private final Clock clock;
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong millis = new AtomicLong();

    public OutboxLag(Transactions transactions, Clock clock, MeterRegistry metrics) {
        this.transactions = transactions;
        this.clock = clock;
        metrics.gauge("messaging.outbox.lag.rows", rows);
        metrics.gauge("messaging.outbox.lag.seconds", millis, behind -> behind.get() / 1_000.0);
    }

    @Scheduled(every = "5s", skipExecutionIf = ApplicationNotRunning.class)
    void look() {
        try {
            transactions.run(transaction -> transaction.sql(LAG).first(row -> {
                Instant oldest = row.instantOrNull("oldest");
                rows.set(row.number("rows"));
                millis.set(
                        oldest == null
                                ? 0
                                : Duration.between(oldest, clock.instant()).toMillis());
                return true;
            }));
        } catch (DatabaseFailure e) {
            LOG.warnf("Outbox lag was not measured, cause=%s", e.getMessage());
        }
    }
}
