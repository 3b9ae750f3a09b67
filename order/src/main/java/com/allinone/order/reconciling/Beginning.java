package com.allinone.order.reconciling;

import com.allinone.http.problems.Problem;
import com.allinone.messaging.MessageIds;
import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.order.domain.OrderRange;
import com.allinone.order.port.Rounds;
import com.allinone.order.port.Rounds.Round;
import com.allinone.order.port.Rounds.Scope;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Begins rounds: by themselves now and then, or because an operator wants one. */
@ApplicationScoped
public class Beginning {

    private static final Logger LOG = Logger.getLogger(Beginning.class);
    private static final String SCHEDULE = "schedule";
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST_OPEN = 5;
    private static final int MOST_ALONE = 500;

    private final Transactions transactions;
    private final Rounds rounds;
    private final ReconciliationConfig config;
    private final MessageIds ids;
    private final Clock clock;

    Beginning(Transactions transactions, Rounds rounds, ReconciliationConfig config, MessageIds ids, Clock clock) {
        this.transactions = transactions;
        this.rounds = rounds;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Begins a round for a person. Unlike a scheduled one it looks at orders up to this moment.
     *
     * @throws Problem 409 when too many are under way
     */
    Round begin(Transaction transaction, Scope scope, UUID operator) {
        if (rounds.open(transaction).size() >= MOST_OPEN) {
            throw Problem.of(
                    409,
                    "reconciliations-under-way",
                    MOST_OPEN + " reconciliations are under way; wait until one of them has ended");
        }
        return begin(transaction, scope, operator.toString(), clock.instant(), Duration.ZERO);
    }

    @Scheduled(
            every = "${order.reconciliation.every:PT5M}",
            delayed = "${order.reconciliation.first-after:PT1M}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    @RunOnVirtualThread
    void beginByItself() {
        try {
            transactions.run(this::beginIfDue);
        } catch (DatabaseFailure e) {
            LOG.warnf("No reconciliation was begun, cause=%s", e.getMessage());
        }
    }

    private void beginIfDue(Transaction transaction) {
        if (!rounds.claim(transaction) || !rounds.open(transaction).isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        rounds.forget(transaction, now.minus(KEPT));
        if (isDue(transaction, Scope.FULL, config.fullEvery(), now)) {
            begin(transaction, Scope.FULL, SCHEDULE, now, config.quiet());
        } else if (isDue(transaction, Scope.RECENT, config.every().dividedBy(2), now)) {
            begin(transaction, Scope.RECENT, SCHEDULE, now, config.quiet());
        }
    }

    /** Another replica may have begun one a moment ago. */
    private boolean isDue(Transaction transaction, Scope scope, Duration every, Instant now) {
        return rounds.lastBegun(transaction, scope)
                .map(last -> last.plus(every).isBefore(now))
                .orElse(true);
    }

    private Round begin(Transaction transaction, Scope scope, String by, Instant now, Duration quiet) {
        UUID id = ids.next();
        OrderRange range = OrderRange.all();
        Map<UUID, OrderRange> alone = new LinkedHashMap<>();
        if (scope == Scope.RECENT) {
            // What was placed a moment ago still moves; a person wants to know of it all the same.
            Instant until = now.minus(quiet).plusMillis(1);
            Instant since = rounds.lastClean(transaction)
                    .map(clean -> clean.minus(config.overlap()))
                    .filter(until::isAfter)
                    .orElse(Instant.EPOCH);
            range = new OrderRange(OrderRange.placedAt(since), OrderRange.placedAt(until));
            rounds.waiting(transaction, range.from(), MOST_ALONE)
                    .forEach(order -> alone.put(ids.next(), OrderRange.only(order)));
        }
        rounds.begin(transaction, id, scope, by, range, alone, now);
        return rounds.find(transaction, id).orElseThrow();
    }
}
