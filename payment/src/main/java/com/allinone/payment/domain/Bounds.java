package com.allinone.payment.domain;

/** Refuses a setting that is out of bounds, in a sentence that names its key. */
public final class Bounds {

    private Bounds() {}

    public static <T extends Comparable<T>> void of(String key, T value, T least, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(key + " must be from " + least + " to " + most + ", but is " + value);
        }
    }
}
