package com.allinone.inventory.domain;

import java.util.regex.Pattern;

/** A place that goods lie in and are sent from, such as ICN1: the airport's three letters and a number. */
public record Warehouse(String code) implements Comparable<Warehouse> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{3}[0-9]{1,2}");

    public Warehouse {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("A warehouse is three capitals and one or two digits, such as ICN1");
        }
    }

    @Override
    public int compareTo(Warehouse other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
