package com.allinone.order.reconciling;

import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.order.domain.Difference;
import com.allinone.order.port.Rounds;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** What the last ended round found, the same at every replica. */
@ApplicationScoped
public class DifferenceMetrics {

    private static final Logger LOG = Logger.getLogger(DifferenceMetrics.class);

    private final Transactions transactions;
    private final Rounds rounds;
    private final Clock clock;
    private final Map<Difference.Kind, AtomicLong> counts = new EnumMap<>(Difference.Kind.class);
    private final AtomicLong cleanAge = new AtomicLong(-1);

    DifferenceMetrics(Transactions transactions, Rounds rounds, Clock clock, MeterRegistry metrics) {
        this.transactions = transactions;
        this.rounds = rounds;
        this.clock = clock;
        Arrays.stream(Difference.Kind.values()).forEach(kind -> {
            AtomicLong count = new AtomicLong();
            counts.put(kind, count);
            metrics.gauge("order.reconciliation.differences", List.of(Tag.of("kind", kind.name())), count);
        });
        metrics.gauge("order.reconciliation.clean.age.seconds", cleanAge);
    }

    @Scheduled(every = "5s", skipExecutionIf = ApplicationNotRunning.class)
    @RunOnVirtualThread
    void look() {
        try {
            transactions.run(this::read);
        } catch (DatabaseFailure e) {
            LOG.warnf("Differences were not counted, cause=%s", e.getMessage());
        }
    }

    private void read(Transaction transaction) {
        rounds.latest(transaction, true).ifPresent(round -> {
            var found = rounds.counts(transaction, round.id());
            counts.forEach((kind, count) -> count.set(found.getOrDefault(kind, 0L)));
        });
        cleanAge.set(rounds.lastClean(transaction)
                .map(clean -> Duration.between(clean, clock.instant()).toSeconds())
                .orElse(-1L));
    }
}
