package com.allinone.payment.domain;

import com.allinone.payment.domain.PaymentEvent.PaymentRefunded;
import com.allinone.payment.domain.PaymentState.RefundFailed;
import com.allinone.payment.domain.PaymentState.Refunded;
import com.allinone.payment.domain.PaymentState.Refunding;
import java.time.Instant;
import java.util.UUID;

/**
 * What an operator decided about a refund that failed.
 *
 * @param operator who
 * @param note why, or how it was given back; 1 to 500 characters
 */
public record Settlement(UUID id, PaymentId payment, Action action, UUID operator, String note, Instant at) {

    public static final int LONGEST_NOTE = 500;

    /** What can be decided. */
    public enum Action {
        /** The provider is asked once more; what it has already is looked at first. */
        RETRY,
        /** It was given back past the provider. */
        BY_HAND
    }

    public Settlement {
        if (note.isBlank() || note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("note must have 1 to " + LONGEST_NOTE + " characters");
        }
    }

    /** What it leads to; nothing where the payment's refund has not failed, or is settled already. */
    public Step settle(Payment current) {
        if (!(current.state() instanceof RefundFailed(var intent, var completedAt, var _))) {
            return Step.stay(current);
        }
        var money = current.asked().money();
        return switch (action) {
            case RETRY -> Step.change(current.to(new Refunding(intent, completedAt)));
            case BY_HAND -> {
                var refund = RefundId.byHand(id);
                yield Step.book(
                        current.to(new Refunded(intent, completedAt, refund)),
                        new PaymentRefunded(current.id(), current.order(), refund, money),
                        LedgerEntry.refundByHand(current.id(), money));
            }
        };
    }
}
