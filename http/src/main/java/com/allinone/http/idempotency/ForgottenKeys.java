package com.allinone.http.idempotency;

import com.allinone.messaging.sql.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets keys after their seven days, a few thousand at a time. */
@ApplicationScoped
public class ForgottenKeys {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final String FORGET = """
            delete from idempotency_key where ctid = any(array(
              select ctid from idempotency_key where created_at < ? limit 5000 for update skip locked))""";

    private final Transactions transactions;
    private final Clock clock;

    public ForgottenKeys(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "10s", skipExecutionIf = ApplicationNotRunning.class)
    public void forget() {
        transactions.run(transaction ->
                transaction.sql(FORGET).bind(clock.instant().minus(KEPT)).update());
    }
}
