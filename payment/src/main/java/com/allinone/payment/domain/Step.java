package com.allinone.payment.domain;

import java.util.List;

/**
 * What a command or the provider's word leads to: the payment as it is then, what is said about it, what is booked.
 *
 * @param changed whether the payment is another than before and has to be written
 */
public record Step(Payment payment, boolean changed, List<PaymentEvent> events, List<LedgerEntry> entries) {

    static Step stay(Payment payment) {
        return new Step(payment, false, List.of(), List.of());
    }

    static Step answer(Payment payment, PaymentEvent event) {
        return new Step(payment, false, List.of(event), List.of());
    }

    static Step change(Payment payment) {
        return new Step(payment, true, List.of(), List.of());
    }

    static Step change(Payment payment, PaymentEvent event) {
        return new Step(payment, true, List.of(event), List.of());
    }

    static Step book(Payment payment, PaymentEvent event, List<LedgerEntry> entries) {
        return new Step(payment, true, List.of(event), entries);
    }

    static Step declined(Payment payment, DeclineReason reason) {
        var declined = payment.to(new PaymentState.Declined(reason));
        return change(declined, new PaymentEvent.PaymentDeclined(payment.id(), payment.order(), reason));
    }
}
