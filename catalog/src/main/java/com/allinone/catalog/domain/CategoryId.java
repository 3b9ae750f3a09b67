package com.allinone.catalog.domain;

import java.util.regex.Pattern;

/** The short name of a category, as it stands in an address: {@code tea-and-coffee}. */
public record CategoryId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,31}");

    public CategoryId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "must be 2 to 32 small letters, digits and hyphens, as in tea-and-coffee");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
