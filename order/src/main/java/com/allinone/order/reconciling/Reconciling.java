package com.allinone.order.reconciling;

import com.allinone.messaging.MessageIds;
import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.order.port.Rounds;
import com.allinone.order.port.Rounds.Round;
import com.allinone.order.port.Rounds.State;
import com.allinone.order.publishing.ReportQuestions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Takes open rounds on, a small transaction at a time: cuts ranges, asks about them, looks at those that are answered.
 * Any number of replicas may; a lock lets one at a time.
 */
@ApplicationScoped
public class Reconciling {

    private static final Logger LOG = Logger.getLogger(Reconciling.class);
    private static final int ORDERS_A_RANGE = 200;
    private static final int RANGES_AT_ONCE = 50;
    private static final int MOST_STEPS = 2_000;

    private final Transactions transactions;
    private final Rounds rounds;
    private final Looking looking;
    private final ReconciliationConfig config;
    private final MessageIds ids;
    private final Clock clock;

    Reconciling(
            Transactions transactions,
            Rounds rounds,
            Looking looking,
            ReconciliationConfig settings,
            MessageIds ids,
            Clock clock) {
        this.transactions = transactions;
        this.rounds = rounds;
        this.looking = looking;
        this.config = ReconciliationConfig.checked(settings);
        this.ids = ids;
        this.clock = clock;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    @RunOnVirtualThread
    void takeOn() {
        try {
            for (Round round : transactions.call(rounds::open)) {
                for (int step = 0; step < MOST_STEPS; step++) {
                    if (!transactions.call(transaction -> advanced(transaction, round))) {
                        break;
                    }
                }
            }
        } catch (DatabaseFailure e) {
            LOG.warnf("Reconciliation was not taken on and will be in a second, cause=%s", e.getMessage());
        }
    }

    /** Does one thing for the round; false where there is nothing to be done now. */
    private boolean advanced(Transaction transaction, Round seen) {
        if (!rounds.claim(transaction)) {
            return false;
        }
        Round round = rounds.find(transaction, seen.id()).orElse(seen);
        if (round.state() != State.OPEN) {
            return false;
        }
        Instant now = clock.instant();
        var answered = rounds.answered(transaction, round.id());
        if (answered.isPresent()) {
            looking.look(transaction, round, answered.get(), now);
            return true;
        }
        List<Rounds.Asking> asking = rounds.ask(transaction, round.id(), now, RANGES_AT_ONCE);
        asking.forEach(range -> ReportQuestions.of(range.id(), range.look(), round.id(), range.range())
                .forEach(transaction::send));
        if (!asking.isEmpty()) {
            return true;
        }
        if (!round.whole() && round.open() < RANGES_AT_ONCE) {
            return rounds.cut(transaction, round, ids.next(), ORDERS_A_RANGE, now);
        }
        return ended(transaction, round, now);
    }

    private boolean ended(Transaction transaction, Round round, Instant now) {
        if (round.whole() && round.open() == 0) {
            rounds.end(transaction, round.id(), State.DONE, now);
            var counts = rounds.counts(transaction, round.id());
            transaction.afterCommit(() -> {
                counts.forEach((kind, count) -> LOG.warnf(
                        "Reconciliation found differences, roundId=%s kind=%s count=%d", round.id(), kind, count));
                LOG.infof(
                        "Reconciliation done, roundId=%s scope=%s orders=%d unsettled=%d kinds=%d",
                        round.id(), round.scope(), round.orders(), round.unsettled(), counts.size());
            });
            return true;
        }
        if (round.movedAt().plus(config.patience()).isBefore(now)) {
            rounds.end(transaction, round.id(), State.GIVEN_UP, now);
            transaction.afterCommit(() -> LOG.errorf(
                    "Reconciliation given up: inventory or payment did not answer, roundId=%s ranges=%d",
                    round.id(), round.open()));
            return true;
        }
        return false;
    }
}
