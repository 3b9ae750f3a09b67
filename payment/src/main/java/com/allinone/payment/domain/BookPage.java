package com.allinone.payment.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment with what was booked for it.
 *
 * @param intent the one that was made for it, also where its state no longer says so
 */
public record BookPage(Payment payment, @Nullable IntentId intent, Instant changedAt, List<LedgerEntry> entries) {

    /** What the ledger says was taken, in minor units. */
    public long captured() {
        return sum(LedgerEntry.Kind.CAPTURE);
    }

    /** What the ledger says was given back, in minor units, by the provider or by hand. */
    public long refunded() {
        return -sum(LedgerEntry.Kind.REFUND) - sum(LedgerEntry.Kind.REFUND_BY_HAND);
    }

    private long sum(LedgerEntry.Kind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind && entry.account() != LedgerEntry.Account.SALES)
                .mapToLong(LedgerEntry::amount)
                .sum();
    }
}
