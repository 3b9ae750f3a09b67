package com.allinone.catalog.editing;

import com.allinone.catalog.Asked;
import com.allinone.catalog.domain.Price;
import com.allinone.catalog.domain.SaleCurrency;
import org.jspecify.annotations.Nullable;

/**
 * A price as an operator sends it.
 *
 * @param amount in minor units of the currency: won, or cents of a dollar
 * @param currency KRW or USD
 */
public record NewPrice(@Nullable Long amount, @Nullable String currency) {

    /**
     * The price.
     *
     * @param path where this stands in the body, as in {@code price.}; empty when it is the body
     */
    Price checked(String path) {
        SaleCurrency known = Asked.field(path + "currency", currency, SaleCurrency::of);
        return Asked.field(path + "amount", amount, units -> new Price(units, known));
    }
}
