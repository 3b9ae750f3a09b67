package com.allinone.payment.domain;

import org.jspecify.annotations.Nullable;

/**
 * One payment of one order.
 *
 * @param charge what is asked for; null where a cancel overtook its charge and only the refusal is known
 * @param version counts the changes; 1 when it is new
 */
public record Payment(PaymentId id, OrderId order, @Nullable Charge charge, PaymentState state, long version) {

    public Payment {
        if (charge == null && !(state instanceof PaymentState.Declined)) {
            throw new IllegalArgumentException("Payment " + id + " is " + state.label() + " without a charge");
        }
    }

    /** The charge, where the state says that there is one. */
    public Charge asked() {
        if (charge == null) {
            throw new IllegalStateException("Payment " + id + " of order " + order + " was never asked for");
        }
        return charge;
    }

    public Payment to(PaymentState next) {
        return new Payment(id, order, charge, next, version + 1);
    }

    Payment withCharge(Charge late) {
        return new Payment(id, order, late, state, version + 1);
    }
}
