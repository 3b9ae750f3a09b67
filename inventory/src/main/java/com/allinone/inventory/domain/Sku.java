package com.allinone.inventory.domain;

import java.util.regex.Pattern;

/** What a thing for sale is called, the same in every service: 3 to 32 capitals, digits and dashes. */
public record Sku(String value) implements Comparable<Sku> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9][A-Z0-9-]{2,31}");

    public Sku {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A SKU has 3 to 32 characters out of A-Z, 0-9 and -, and does not start with a dash");
        }
    }

    @Override
    public int compareTo(Sku other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
