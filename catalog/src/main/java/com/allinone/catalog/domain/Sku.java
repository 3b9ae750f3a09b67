package com.allinone.catalog.domain;

import java.util.regex.Pattern;

/** The name of a product that never changes and that every service knows it by. */
public record Sku(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{2,31}");

    public Sku {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("must be 3 to 32 capital letters, digits and hyphens, the first"
                    + " not a hyphen, as in MUG-CELADON-01");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
