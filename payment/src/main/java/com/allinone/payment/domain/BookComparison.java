package com.allinone.payment.domain;

import com.allinone.payment.domain.Finding.Kind;
import com.allinone.payment.domain.PaymentState.Cancelling;
import com.allinone.payment.domain.PaymentState.Completed;
import com.allinone.payment.domain.PaymentState.Confirming;
import com.allinone.payment.domain.PaymentState.Created;
import com.allinone.payment.domain.PaymentState.Declined;
import com.allinone.payment.domain.PaymentState.RefundFailed;
import com.allinone.payment.domain.PaymentState.Refunded;
import com.allinone.payment.domain.PaymentState.Refunding;
import com.allinone.payment.domain.PaymentState.Requested;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares a payment with its ledger entries and with what the provider lists; a pure function. */
public final class BookComparison {

    private BookComparison() {}

    /** The payment and the ledger: what is booked follows from the state, to the last unit. */
    public static List<Finding> withLedger(BookPage page) {
        var payment = page.payment();
        List<Finding> findings = new ArrayList<>();
        var sums = new TreeMap<String, Long>();
        page.entries()
                .forEach(entry -> sums.merge(entry.kind() + " in " + entry.currency(), entry.amount(), Math::addExact));
        sums.forEach((kind, sum) -> {
            if (sum != 0) {
                findings.add(Finding.of(
                        Kind.LEDGER_NOT_ZERO, payment, "The ledger's entries of its " + kind + " sum to " + sum));
            }
        });
        long taken = isTaken(payment) ? payment.asked().money().amount() : 0;
        long given = payment.state() instanceof Refunded ? taken : 0;
        if (page.captured() != taken || page.refunded() != given) {
            findings.add(Finding.of(
                    Kind.LEDGER_DIFFERS_FROM_PAYMENT,
                    payment,
                    "The payment is " + payment.state().label() + ", so " + taken + " was taken and " + given
                            + " given back; the ledger says " + page.captured() + " and " + page.refunded()));
        }
        return findings;
    }

    /**
     * The payment and the provider.
     *
     * @param intents all that the provider lists for the order
     * @param seenAt when the provider's list began to be read
     */
    public static List<Finding> withProvider(BookPage page, List<ProviderIntent> intents, Instant seenAt) {
        var payment = page.payment();
        // What has moved while the list was read is compared next time.
        if (!page.changedAt().isBefore(seenAt)) {
            return List.of();
        }
        var own = page.intent();
        boolean taken = isTaken(payment);
        // What went back whole and is not this payment's, as after a restore, is nobody's business any more.
        var charged = intents.stream()
                .filter(intent -> intent.received() > 0)
                .filter(intent -> intent.isKept() || (taken && intent.id().equals(own)))
                .toList();
        if (charged.size() > 1) {
            return List.of(Finding.of(
                    Kind.DUPLICATE_CHARGES,
                    payment,
                    "The provider took money " + charged.size() + " times for this order: "
                            + charged.stream()
                                    .map(intent -> intent.id().value())
                                    .limit(5)
                                    .toList()));
        }
        boolean listed = intents.stream().anyMatch(intent -> intent.id().equals(own));
        if (own != null && !listed) {
            return List.of(Finding.of(
                    Kind.INTENT_UNKNOWN_TO_PROVIDER,
                    payment,
                    "The payment is " + payment.state().label() + " with intent " + own
                            + ", which the provider does not list"));
        }
        return charged.isEmpty() ? withoutCharge(payment, own) : withCharge(payment, charged.getFirst(), own);
    }

    private static List<Finding> withoutCharge(Payment payment, @Nullable IntentId own) {
        return isTaken(payment)
                ? List.of(Finding.of(
                        Kind.CAPTURED_HERE_ONLY,
                        payment,
                        "The payment is " + payment.state().label() + " and the provider took nothing for intent "
                                + own))
                : List.of();
    }

    private static List<Finding> withCharge(Payment payment, ProviderIntent charged, @Nullable IntentId own) {
        if (!isTaken(payment) || !Objects.equals(charged.id(), own)) {
            return List.of(Finding.of(
                    Kind.CAPTURED_AT_PROVIDER_ONLY,
                    payment,
                    "The provider took " + charged.received() + " " + charged.currency() + " for intent " + charged.id()
                            + "; the payment is " + payment.state().label() + " with intent " + own));
        }
        var money = payment.asked().money();
        if (charged.received() != money.amount() || !charged.currency().equals(money.currency())) {
            return List.of(Finding.of(
                    Kind.PROVIDER_AMOUNT_DIFFERS,
                    payment,
                    "The payment is of " + money.amount() + " " + money.currency() + " and the provider took "
                            + charged.received() + " " + charged.currency()));
        }
        return refundFits(payment.state(), charged.refunded(), money.amount())
                ? List.of()
                : List.of(Finding.of(
                        Kind.PROVIDER_REFUND_DIFFERS,
                        payment,
                        "The payment is " + payment.state().label() + " and the provider gave back "
                                + charged.refunded() + " of " + money.amount()));
    }

    private static boolean refundFits(PaymentState state, long refunded, long amount) {
        return switch (state) {
            case Refunded(var _, var _, var refund) -> refunded == (refund.isByHand() ? 0 : amount);
            case Refunding _ -> refunded == 0 || refunded == amount;
            case Completed _, RefundFailed _ -> refunded == 0;
            case Requested _, Created _, Confirming _, Cancelling _, Declined _ -> true;
        };
    }

    private static boolean isTaken(Payment payment) {
        return switch (payment.state()) {
            case Completed _, Refunding _, Refunded _, RefundFailed _ -> true;
            case Requested _, Created _, Confirming _, Cancelling _, Declined _ -> false;
        };
    }
}
