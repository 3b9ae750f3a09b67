package com.allinone.messaging.outbox;

import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** How far publishing is behind, in rows and in seconds of the oldest one. */
@ApplicationScoped
public class OutboxLag {

    private static final Logger LOG = Logger.getLogger(OutboxLag.class);

    private final Transactions transactions;
    private final Clock clock;
    private volatile Lag last = new Lag(0, 0);

    public OutboxLag(Transactions transactions, Clock clock, MeterRegistry metrics) {
        this.transactions = transactions;
        this.clock = clock;
        metrics.gauge("messaging.outbox.lag.rows", this, lag -> lag.last.rows());
        metrics.gauge("messaging.outbox.lag.seconds", this, lag -> lag.last.seconds());
    }

    @Scheduled(every = "5s", skipExecutionIf = ApplicationNotRunning.class)
    void look() {
        try {
            last = transactions.call(transaction -> transaction
                    .sql("""
                            select count(*) as rows,
                                   (select recorded_at from outbox_pending order by position limit 1) as oldest
                              from outbox_pending""")
                    .list(row -> {
                        var oldest = row.instantOrNull("oldest");
                        return new Lag(
                                row.number("rows"),
                                oldest == null
                                        ? 0
                                        : Duration.between(oldest, clock.instant())
                                                        .toMillis()
                                                / 1000.0);
                    })
                    .getFirst());
        } catch (DatabaseFailure e) {
            LOG.warnf("Outbox lag was not measured, cause=%s", e.getMessage());
        }
    }

    private record Lag(long rows, double seconds) {}
}
