package com.allinone.payment.domain;

import java.util.List;
import java.util.Optional;

/** The payments and the ledger, for reading. */
public interface Books {

    Optional<Page> page(OrderId order);

    /** One balance per account and currency. */
    List<Balance> balances();

    /** A payment and what was booked for it. */
    record Page(Payment payment, List<LedgerEntry> entries) {}

    /**
     * What stands in one account.
     *
     * @param amount minor units, positive for a debit balance
     */
    record Balance(LedgerEntry.Account account, String currency, long amount) {}
}
