package com.allinone.payment.domain;

/**
 * An amount in minor units of an ISO 4217 currency (KRW has none, so 12900 is ₩12,900).
 *
 * @param amount 1 to 99,999,999, the bounds of the provider
 */
public record Money(long amount, String currency) {

    static final long MOST = 99_999_999L;

    public Money {
        if (amount < 1 || amount > MOST) {
            throw new IllegalArgumentException("amount must be between 1 and " + MOST + ", but is " + amount);
        }
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("currency must be three capital letters, but is " + currency);
        }
    }
}
