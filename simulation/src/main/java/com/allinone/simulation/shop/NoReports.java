package com.allinone.simulation.shop;

import com.allinone.messaging.sql.Transaction;
import com.allinone.payment.domain.Report;
import com.allinone.payment.domain.Reports;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reconciliation does not take part: nobody asks payment for its books. */
final class NoReports implements Reports<Transaction> {

    @Override
    public void ask(Transaction transaction, Report report, @Nullable String trace, Instant now) {
        throw new IllegalStateException("Nobody reconciles here");
    }

    @Override
    public Optional<Waiting> take(Transaction transaction, Instant now, Duration patience) {
        return Optional.empty();
    }

    @Override
    public Sheet read(Transaction transaction, Report report) {
        throw new IllegalStateException("Nobody reconciles here");
    }
}
