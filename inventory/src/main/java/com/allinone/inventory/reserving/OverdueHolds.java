package com.allinone.inventory.reserving;

import com.allinone.inventory.domain.Reservations;
import com.allinone.inventory.domain.Reservations.OverdueHold;
import com.allinone.inventory.publishing.InventoryEvents;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.tracing.MessageTraces;
import io.opentelemetry.context.Context;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Says {@code stock.overdue} for holds that outlived their expiry, once an interval each, and keeps holding: whether
 * the order's money was taken is not known here, so only order frees a hold. Rows are claimed, so any number of
 * replicas says it once.
 */
@ApplicationScoped
public class OverdueHolds {

    private final Transactions transactions;
    private final Reservations<Transaction> reservations;
    private final DecidedCommands decided;
    private final HoldsConfig config;
    private final Clock clock;

    public OverdueHolds(
            Transactions transactions,
            Reservations<Transaction> reservations,
            DecidedCommands decided,
            HoldsConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.reservations = reservations;
        this.decided = decided;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        within("inventory.holds.overdue-interval", config.overdueInterval(), Duration.ofSeconds(1), Duration.ofDays(1));
        within("inventory.holds.look-every", config.lookEvery(), Duration.ofSeconds(1), Duration.ofHours(1));
        if (config.overdueBatch() < 1 || config.overdueBatch() > 5000) {
            throw new IllegalArgumentException(
                    "inventory.holds.overdue-batch must be from 1 to 5000, not " + config.overdueBatch());
        }
    }

    @Scheduled(every = "${inventory.holds.look-every:PT5S}", skipExecutionIf = ApplicationNotRunning.class)
    @RunOnVirtualThread
    public void callOut() {
        while (transactions.call(this::callOutSome) == config.overdueBatch()) {
            // A full batch: there may be more.
        }
    }

    private int callOutSome(Transaction transaction) {
        Instant now = clock.instant();
        List<OverdueHold> holds =
                reservations.overdue(transaction, now, now.plus(config.overdueInterval()), config.overdueBatch());
        for (OverdueHold hold : holds) {
            Context trace = MessageTraces.context(hold.traceparent());
            transaction.send(InventoryEvents.of(hold.overdue()), trace);
            transaction.afterCommit(() -> decided.reportOverdue(hold.overdue(), trace));
        }
        return holds.size();
    }

    private static void within(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(key + " must be from " + least + " to " + most + ", not " + value);
        }
    }
}
