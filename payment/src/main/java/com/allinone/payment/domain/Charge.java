package com.allinone.payment.domain;

import java.time.Instant;

/**
 * What order asks to be taken.
 *
 * @param paymentMethod the provider's name of a payment method, as its script in the browser hands it out; never a
 *     card number
 * @param notAfter from this moment on nothing is confirmed any more
 */
public record Charge(ShopperId shopper, Money money, String paymentMethod, Instant notAfter) {

    public Charge {
        if (!paymentMethod.matches("[A-Za-z][A-Za-z0-9_]{2,254}")) {
            throw new IllegalArgumentException("paymentMethod must be a token of the provider");
        }
    }

    public boolean isLate(Instant now) {
        return !now.isBefore(notAfter);
    }
}
