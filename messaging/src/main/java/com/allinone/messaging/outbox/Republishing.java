package com.allinone.messaging.outbox;

import com.allinone.messaging.operating.Mandate;
import com.allinone.messaging.operating.OperatorAction;
import com.allinone.messaging.operating.OperatorAction.Kind;
import com.allinone.messaging.operating.OperatorActions;
import com.allinone.messaging.outbox.OutboxLog.Positions;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Publishes the log again from an instant on, after Kafka lost what it had: in steps, each a short transaction, each
 * safe to repeat, while the relay runs. Inboxes drop what was done.
 *
 * <p>It has no end but the log's: were it to stop earlier, what follows in the log would be published before it only,
 * and of two messages of a key that were both lost a consumer would see the later one first. While it runs, what is new
 * waits behind it ({@link OutboxLog#requeue}); so the last copies of a key's messages are in the order of the log.
 */
@ApplicationScoped
public class Republishing {

    private final Transactions transactions;
    private final OutboxLog log;
    private final OperatorActions actions;
    private final RelaySignal signal;
    private final RepublishConfig config;
    private final Clock clock;
    private final Counter republished;

    public Republishing(
            Transactions transactions,
            OutboxLog log,
            OperatorActions actions,
            RelaySignal signal,
            RepublishConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.transactions = transactions;
        this.log = log;
        this.actions = actions;
        this.signal = signal;
        this.config = config;
        this.clock = clock;
        this.republished = metrics.counter("messaging.outbox.republished");
    }

    /** The count begins at zero with the service, not with the first republish. */
    void atStart(@Observes StartupEvent event) {
        republished.increment(0);
    }

    /**
     * The next step.
     *
     * @param from the clock of another replica may differ: better a minute too early
     * @param after the position that the step before came to; 0 for the first one
     */
    public Step step(Instant from, long after, Mandate mandate) {
        return transactions.call(transaction -> step(transaction, from, after, mandate));
    }

    private Step step(Transaction transaction, Instant from, long after, Mandate mandate) {
        log.claimInTurn(transaction);
        Optional<Positions> all = log.positions(transaction, from);
        long last = all.map(Positions::last).orElse(after);
        long first = Math.max(after + 1, all.map(Positions::first).orElse(after + 1));
        long through = Math.max(after, Math.min(last, first + config.step() - 1));
        boolean over = through >= last;
        int requeued =
                first > through ? 0 : log.requeue(transaction, new Positions(first, through), from, config.hold());
        if (over) {
            log.release(transaction);
        }
        actions.record(
                transaction,
                new OperatorAction(
                        Kind.REPUBLISH,
                        mandate,
                        clock.instant(),
                        null,
                        null,
                        "From " + from + ": " + requeued + " messages put back, position " + through + " of " + last,
                        null));
        transaction.afterCommit(() -> {
            republished.increment(requeued);
            signal.wake();
        });
        return new Step(requeued, through, last, over);
    }

    /**
     * How far it came.
     *
     * @param requeued how many messages this step put back
     * @param through the position it came to, from which the next step goes on
     * @param last the newest position as of now
     * @param over nothing is left to do
     */
    public record Step(int requeued, long through, long last, boolean over) {}
}
