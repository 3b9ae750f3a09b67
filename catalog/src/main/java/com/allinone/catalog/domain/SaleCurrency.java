package com.allinone.catalog.domain;

import java.util.Arrays;

/** The currencies that the shop sells in, each with the highest price that is not a slip of the keyboard. */
public enum SaleCurrency {
    /** South Korean won; it has no minor unit. */
    KRW(100_000_000),
    /** US dollar, counted in cents. */
    USD(10_000_000);

    private final long highestPrice;

    SaleCurrency(long highestPrice) {
        this.highestPrice = highestPrice;
    }

    /** In minor units. */
    public long highestPrice() {
        return highestPrice;
    }

    /** The currency of an ISO 4217 code, as in KRW. */
    public static SaleCurrency of(String code) {
        return Arrays.stream(values())
                .filter(currency -> currency.name().equals(code))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("must be KRW or USD, the currencies the shop sells in"));
    }
}
