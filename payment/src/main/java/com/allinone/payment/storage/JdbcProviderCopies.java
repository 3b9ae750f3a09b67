package com.allinone.payment.storage;

import com.allinone.messaging.sql.Transactions;
import com.allinone.payment.domain.ProviderCopies;
import com.allinone.payment.domain.ProviderIntent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Copies in {@code provider_intent}; the one row of {@code provider_walk} is what a walk claims. */
@ApplicationScoped
public class JdbcProviderCopies implements ProviderCopies {

    private static final String BEGIN = """
            update provider_walk set walking = ?, walking_since = wanted.since, leased_until = ?
              from (select min(request.since) as since from report_request request, provider_walk last
                     where last.started_at is null or last.started_at < request.fresh_from
                        or last.since > request.since) as wanted
             where wanted.since is not null and (leased_until is null or leased_until <= ?)
            returning walking, walking_since""";
    private static final String RENEW = "update provider_walk set leased_until = ? where walking = ?";
    private static final String END = """
            update provider_walk
               set started_at = walking, since = walking_since, walking = null, walking_since = null, leased_until = null
             where walking = ?""";
    private static final String GIVE_UP = """
            update provider_walk set walking = null, walking_since = null, leased_until = ? where walking = ?""";

    private final Transactions transactions;
    private final Clock clock;

    public JdbcProviderCopies(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Optional<Walk> begin(Duration lease) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return transactions.call(transaction -> transaction
                .sql(BEGIN)
                .bind(now)
                .bind(now.plus(lease))
                .bind(now)
                .first(row -> new Walk(row.instant("walking"), row.instant("walking_since"))));
    }

    @Override
    public boolean keep(Walk walk, List<ProviderIntent> page, Duration lease) {
        return transactions.call(transaction -> {
            var now = clock.instant();
            boolean ours = transaction
                            .sql(RENEW)
                            .bind(now.plus(lease))
                            .bind(walk.startedAt())
                            .update()
                    == 1;
            if (ours) {
                ProviderIntentRows.keep(transaction, page, now);
            }
            return ours;
        });
    }

    @Override
    public void end(Walk walk) {
        transactions.run(
                transaction -> transaction.sql(END).bind(walk.startedAt()).update());
    }

    @Override
    public void giveUp(Walk walk, Duration pause) {
        transactions.run(transaction -> transaction
                .sql(GIVE_UP)
                .bind(clock.instant().plus(pause))
                .bind(walk.startedAt())
                .update());
    }
}
