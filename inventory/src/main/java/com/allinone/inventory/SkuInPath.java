package com.allinone.inventory;

import com.allinone.http.problems.Problems;
import com.allinone.inventory.domain.Sku;

/** The SKU that stands in an address. */
public final class SkuInPath {

    private SkuInPath() {}

    /**
     * Reads it.
     *
     * @throws com.allinone.http.problems.Problem 400 when it is none
     */
    public static Sku read(String text) {
        try {
            return new Sku(text);
        } catch (IllegalArgumentException e) {
            throw Problems.invalidParameter("sku", "must have 3 to 32 characters out of A-Z, 0-9 and -");
        }
    }
}
