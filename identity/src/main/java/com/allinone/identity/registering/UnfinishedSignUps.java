package com.allinone.identity.registering;

import com.allinone.identity.domain.Accounts;
import com.allinone.identity.domain.Accounts.AccountsUnavailable;
import com.allinone.identity.domain.RegistrationId;
import com.allinone.identity.domain.UserId;
import com.allinone.identity.people.People;
import com.allinone.messaging.sql.Transactions;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes back both halves of sign-ups that nobody finished: whoever was not told 201 is not signed up. Rows are taken by
 * touching them, so any number of replicas share the work, and what one could not undo is due again after the grace.
 */
@ApplicationScoped
class UnfinishedSignUps {

    private static final Logger LOG = Logger.getLogger(UnfinishedSignUps.class);
    private static final Duration SHORTEST_GRACE = Duration.ofSeconds(30);
    private static final Duration KEYS_KEPT = Duration.ofDays(7);
    private static final int MOST_AT_ONCE = 20;
    private static final int MOST_KEYS_AT_ONCE = 5_000;

    private final Transactions transactions;
    private final People people;
    private final Accounts accounts;
    private final Clock clock;
    private final Duration grace;

    UnfinishedSignUps(Transactions transactions, People people, Accounts accounts, Clock clock, SignUpConfig config) {
        this.transactions = transactions;
        this.people = people;
        this.accounts = accounts;
        this.clock = clock;
        this.grace = config.grace();
    }

    void checkGrace(@Observes StartupEvent event) {
        if (grace.compareTo(SHORTEST_GRACE) < 0) {
            throw new IllegalArgumentException(
                    "identity.sign-up.grace must be at least " + SHORTEST_GRACE + ", not " + grace);
        }
    }

    @Scheduled(
            every = "${identity.sign-up.sweep-every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    void sweep() {
        undo(clock.instant().minus(grace));
    }

    @Scheduled(every = "1h", delayed = "10s", skipExecutionIf = ApplicationNotRunning.class)
    void forgetKeys() {
        Instant olderThan = clock.instant().minus(KEYS_KEPT);
        transactions.run(transaction -> people.forgetKeys(transaction, olderThan, MOST_KEYS_AT_ONCE));
    }

    /** Undoes what nobody has touched since then; returns how many are gone. */
    int undo(Instant untouchedSince) {
        List<RegistrationId> taken = transactions.call(
                transaction -> people.takeUnfinished(transaction, untouchedSince, clock.instant(), MOST_AT_ONCE));
        int undone = 0;
        for (RegistrationId id : taken) {
            try {
                undo(id);
                undone++;
            } catch (AccountsUnavailable e) {
                LOG.warnf("Unfinished sign-up was not undone yet, registrationId=%s cause=%s", id, e.getMessage());
            }
        }
        return undone;
    }

    private void undo(RegistrationId id) {
        Optional<UserId> account = accounts.find(id);
        account.filter(userId -> !known(userId)).ifPresent(userId -> accounts.remove(userId));
        transactions.run(transaction -> people.forget(transaction, id));
        LOG.infof("Undid an unfinished sign-up, registrationId=%s accountRemoved=%s", id, account.isPresent());
    }

    /** Someone may have signed in with the account before; then it is theirs. */
    private boolean known(UserId userId) {
        return transactions
                .call(transaction -> people.find(transaction, userId))
                .isPresent();
    }
}
