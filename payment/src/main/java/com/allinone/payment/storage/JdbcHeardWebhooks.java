package com.allinone.payment.storage;

import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.payment.domain.HeardWebhooks;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Heard webhooks in PostgreSQL; they are forgotten after a day, when their signatures are long stale. */
@ApplicationScoped
public class JdbcHeardWebhooks implements HeardWebhooks<Transaction> {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int PIECE = 5000;
    private static final String REMEMBER = """
            insert into webhook_event (event_id, heard_at) select event_id, ?::timestamptz from unnest(?) as event_id
            on conflict do nothing returning event_id""";
    private static final String FORGET = """
            with old as (
                select event_id from webhook_event where heard_at < ? order by heard_at limit ? for update skip locked)
            delete from webhook_event using old where webhook_event.event_id = old.event_id""";

    private final Transactions transactions;
    private final Clock clock;

    public JdbcHeardWebhooks(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Set<String> first(Transaction transaction, Collection<String> events, Instant now) {
        return Set.copyOf(transaction
                .sql(REMEMBER)
                .bind(now)
                .bindArray("text", events.stream().sorted().toList()) // two who remember the same wait in one order
                .list(row -> row.text("event_id")));
    }

    @Scheduled(every = "PT10M", delayed = "10s", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void forget() {
        var before = clock.instant().minus(KEPT);
        while (transactions.call(transaction ->
                        transaction.sql(FORGET).bind(before).bind(PIECE).update())
                == PIECE) {
            Thread.onSpinWait();
        }
    }
}
