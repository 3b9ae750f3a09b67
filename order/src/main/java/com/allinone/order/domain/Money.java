package com.allinone.order.domain;

import java.util.regex.Pattern;

/**
 * An amount of money.
 *
 * @param amount in minor units of the currency (won for KRW, cents for USD); from 0 to 10^12
 * @param currency ISO 4217, as in {@code KRW}
 */
public record Money(long amount, String currency) {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final long MOST = 1_000_000_000_000L;

    public Money {
        if (amount < 0 || amount > MOST) {
            throw new IllegalArgumentException("amount must be from 0 to " + MOST + ", not " + amount);
        }
        if (currency == null || !CURRENCY.matcher(currency).matches()) {
            throw new IllegalArgumentException("currency must be three capital letters, as in KRW");
        }
    }

    public Money times(int quantity) {
        return new Money(Math.multiplyExact(amount, quantity), currency);
    }

    /** The sum; both are of one currency. */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("amounts are in " + currency + " and " + other.currency);
        }
        return new Money(Math.addExact(amount, other.amount), currency);
    }
}
