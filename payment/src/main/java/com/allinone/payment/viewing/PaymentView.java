package com.allinone.payment.viewing;

import com.allinone.payment.domain.Books;
import com.allinone.payment.domain.LedgerEntry;
import com.allinone.payment.domain.Money;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentState;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the API shows it.
 *
 * @param amount what was asked for; absent where a cancel overtook its charge
 * @param status the state's label
 * @param reason why it was declined, or why it could not be given back
 * @param ledger what was booked, for those who may see books
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentView(
        UUID orderId,
        UUID paymentId,
        @Nullable MoneyView amount,
        String status,
        @Nullable String reason,
        @Nullable List<LedgerView> ledger) {

    /**
     * An amount of money.
     *
     * @param amount minor units of the ISO 4217 currency
     */
    public record MoneyView(long amount, String currency) {
        static MoneyView of(Money money) {
            return new MoneyView(money.amount(), money.currency());
        }
    }

    /**
     * One line of the ledger.
     *
     * @param amount positive for a debit, negative for a credit
     */
    public record LedgerView(String kind, String account, MoneyView amount) {
        static LedgerView of(LedgerEntry entry) {
            return new LedgerView(
                    entry.kind().name(), entry.account().name(), new MoneyView(entry.amount(), entry.currency()));
        }
    }

    static PaymentView of(Books.Page page, boolean withLedger) {
        var payment = page.payment();
        return new PaymentView(
                payment.order().value(),
                payment.id().value(),
                amount(payment),
                payment.state().label(),
                reason(payment.state()),
                withLedger ? page.entries().stream().map(LedgerView::of).toList() : null);
    }

    private static @Nullable MoneyView amount(Payment payment) {
        return payment.charge() == null ? null : MoneyView.of(payment.charge().money());
    }

    /** Why it was declined, or could not be given back. */
    static @Nullable String reason(PaymentState state) {
        return switch (state) {
            case PaymentState.Declined(var reason) -> reason.name();
            case PaymentState.Cancelling(var _, var reason) -> reason.name();
            case PaymentState.RefundFailed(var _, var _, var why) -> why.name();
            case PaymentState.Requested _, PaymentState.Created _, PaymentState.Confirming _ -> null;
            case PaymentState.Completed _, PaymentState.Refunding _, PaymentState.Refunded _ -> null;
        };
    }
}
