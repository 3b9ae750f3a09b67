package com.allinone.payment.viewing;

import com.allinone.payment.domain.Books;
import java.util.List;

/**
 * The ledger's balances.
 *
 * @param sum over all of them, whatever the currency; anything but 0 is a defect
 */
public record LedgerBalance(List<Account> balances, long sum) {

    /**
     * What stands in one account.
     *
     * @param amount minor units, positive for a debit balance
     */
    public record Account(String account, String currency, long amount) {}

    static LedgerBalance of(List<Books.Balance> balances) {
        return new LedgerBalance(
                balances.stream()
                        .map(balance -> new Account(balance.account().name(), balance.currency(), balance.amount()))
                        .toList(),
                balances.stream().mapToLong(Books.Balance::amount).sum());
    }
}
