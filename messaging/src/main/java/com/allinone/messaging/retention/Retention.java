package com.allinone.messaging.retention;

import com.allinone.messaging.inbox.InboxConfig;
import com.allinone.messaging.outbox.RelayConfig;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/**
 * Makes the days ahead and drops the days that are over. Any number of processes may run it: one does, under a lock.
 */
@ApplicationScoped
public class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final long LOCK = 0x72657461696eL;
    private static final int DAYS_AHEAD = 3;
    private static final Duration MARGIN = Duration.ofDays(2);

    private final Transactions transactions;
    private final InboxConfig inbox;
    private final RelayConfig outbox;
    private final Clock clock;

    public Retention(Transactions transactions, InboxConfig inbox, RelayConfig outbox, Clock clock) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Before anything is consumed: a day without a partition would park its messages. */
    void atStart(@Observes @Priority(1) StartupEvent event) {
        Duration least = outbox.retention().plus(inbox.topicRetention()).plus(MARGIN);
        if (inbox.retention().compareTo(least) < 0) {
            throw new IllegalStateException("messaging.inbox.retention is " + inbox.retention()
                    + " and must be at least " + least + ": the outbox's and the topics' retention and two days");
        }
        turnOver();
    }

    @Scheduled(every = "1h", delayed = "1h")
    void hourly() {
        turnOver();
    }

    private void turnOver() {
        transactions.run(transaction -> {
            transaction.sql("select pg_advisory_xact_lock(?)").bind(LOCK).list(row -> true);
            turnOver(transaction, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        });
    }

    private void turnOver(Transaction transaction, LocalDate today) {
        DailyPartitions done = DailyPartitions.byUuid("inbox");
        LocalDate firstDone = today.minusDays(inbox.retention().toDays());
        done.make(transaction, firstDone, today.plusDays(DAYS_AHEAD));
        DailyPartitions log = DailyPartitions.byInstant("outbox");
        log.make(transaction, today, today.plusDays(DAYS_AHEAD));
        int dropped = done.drop(transaction, firstDone);
        dropped += dropPublished(
                transaction, log, today.minusDays(outbox.retention().toDays()));
        if (dropped > 0) {
            LOG.infof("Days over were dropped, partitions=%d", dropped);
        }
    }

    /** A day is kept for as long as one of its rows is unpublished, however old it is. */
    private static int dropPublished(Transaction transaction, DailyPartitions log, LocalDate firstKept) {
        LocalDate oldest = transaction
                .sql("select recorded_at from outbox_pending order by position limit 1")
                .first(row -> LocalDate.ofInstant(row.instant("recorded_at"), ZoneOffset.UTC))
                .orElse(firstKept);
        return log.drop(transaction, oldest.isBefore(firstKept) ? oldest : firstKept);
    }
}
