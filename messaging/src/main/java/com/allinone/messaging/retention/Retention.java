package com.allinone.messaging.retention;

import com.allinone.messaging.inbox.InboxConfig;
import com.allinone.messaging.outbox.RelayConfig;
import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;

/**
 * Makes the days ahead and drops the days that are over. Any number of processes may run it: one does, under a lock.
 */
@ApplicationScoped
public class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);
    /** Names the turning over of days among the advisory locks of a service's database. */
    public static final long LOCK = 0x72657461696eL;

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

    /** Each day is a transaction of its own: many small ones fit the roles' timeouts, and one that fails is one. */
    void turnOver() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate firstDone = today.minusDays(inbox.retention().toDays());
        LocalDate firstLogged = today.minusDays(outbox.retention().toDays());
        DailyPartitions done = DailyPartitions.byUuid("inbox");
        DailyPartitions log = DailyPartitions.byInstant("outbox");
        make(done, firstDone, today.plusDays(DAYS_AHEAD));
        make(log, today, today.plusDays(DAYS_AHEAD));
        drop(transaction -> done.drop(transaction, firstDone));
        drop(transaction -> dropPublished(transaction, log, firstLogged));
    }

    private void make(DailyPartitions partitions, LocalDate first, LocalDate last) {
        for (LocalDate day :
                transactions.<List<LocalDate>>call(transaction -> partitions.missing(transaction, first, last))) {
            try {
                transactions.run(transaction -> {
                    lock(transaction);
                    if (!partitions.missing(transaction, day, day).isEmpty()) {
                        partitions.make(transaction, day);
                    }
                });
            } catch (DatabaseFailure e) {
                if (!e.causedByData()) {
                    throw e;
                }
                // A clock ran ahead: rows of that day stand in the default partition, and are as safe there.
                LOG.warnf("A day has no partition of its own, table=%s day=%s", partitions.table(), day);
            }
        }
    }

    /** Dropping waits for the table's readers and makes others wait behind it: briefly, or at the next turn. */
    private void drop(ToIntFunction<Transaction> dropping) {
        try {
            int dropped = transactions.<Integer>call(transaction -> {
                lock(transaction);
                transaction.sql("set local lock_timeout = '1s'").update();
                return dropping.applyAsInt(transaction);
            });
            if (dropped > 0) {
                LOG.infof("Days over were dropped, partitions=%d", dropped);
            }
        } catch (DatabaseFailure e) {
            LOG.warnf("Days over were not dropped and will be at the next turn, cause=%s", e.getMessage());
        }
    }

    private static void lock(Transaction transaction) {
        transaction.sql("select pg_advisory_xact_lock(?)").bind(LOCK).list(row -> true);
    }

    /** A day is kept for as long as one of its rows is unpublished, however old it is. */
    private static int dropPublished(Transaction transaction, DailyPartitions log, LocalDate firstKept) {
        LocalDate oldest = transaction
                .sql("select min(recorded_at) as oldest from outbox_pending")
                .list(row -> {
                    Instant waiting = row.instantOrNull("oldest");
                    return waiting == null ? firstKept : LocalDate.ofInstant(waiting, ZoneOffset.UTC);
                })
                .getFirst();
        return log.drop(transaction, oldest.isBefore(firstKept) ? oldest : firstKept);
    }
}
