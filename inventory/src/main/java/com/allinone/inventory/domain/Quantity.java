package com.allinone.inventory.domain;

/** The bound of every quantity that somebody asks for, receives or writes off at once. */
public final class Quantity {

    /** The most units in one line. */
    public static final long MOST = 1_000_000;

    private Quantity() {}

    static long checked(long quantity) {
        if (quantity < 1 || quantity > MOST) {
            throw new IllegalArgumentException("A quantity is between 1 and " + MOST + ", not " + quantity);
        }
        return quantity;
    }
}
