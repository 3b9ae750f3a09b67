package com.allinone.catalog.domain;

/** What one unit costs, in minor units of the currency: at least 1, at most what the currency allows. */
public record Price(long amount, SaleCurrency currency) {

    public Price {
        if (amount < 1) {
            throw new IllegalArgumentException("must be at least 1, not " + amount);
        }
        if (amount > currency.highestPrice()) {
            throw new IllegalArgumentException(
                    "must be at most " + currency.highestPrice() + " in " + currency + ", not " + amount);
        }
    }
}
