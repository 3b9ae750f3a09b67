package com.allinone.payment.domain;

import java.util.List;

/**
 * One line of the double-entry ledger; the lines of one payment and kind sum to zero.
 *
 * @param amount minor units, positive for a debit and negative for a credit
 */
public record LedgerEntry(PaymentId payment, Kind kind, Account account, long amount, String currency) {

    /** What moved the money. */
    public enum Kind {
        CAPTURE,
        REFUND,
        /** Given back past the provider, by a person. */
        REFUND_BY_HAND
    }

    /** Between what it moved. */
    public enum Account {
        /** What the provider holds for us. */
        PROVIDER,
        /** What shoppers paid us. */
        SALES,
        /** What we hold ourselves; what is given back by hand comes from here. */
        BANK
    }

    static List<LedgerEntry> capture(PaymentId payment, Money money) {
        return move(payment, Kind.CAPTURE, Account.PROVIDER, Account.SALES, money);
    }

    static List<LedgerEntry> refund(PaymentId payment, Money money) {
        return move(payment, Kind.REFUND, Account.SALES, Account.PROVIDER, money);
    }

    static List<LedgerEntry> refundByHand(PaymentId payment, Money money) {
        return move(payment, Kind.REFUND_BY_HAND, Account.SALES, Account.BANK, money);
    }

    private static List<LedgerEntry> move(PaymentId payment, Kind kind, Account debit, Account credit, Money money) {
        return List.of(
                new LedgerEntry(payment, kind, debit, money.amount(), money.currency()),
                new LedgerEntry(payment, kind, credit, -money.amount(), money.currency()));
    }
}
