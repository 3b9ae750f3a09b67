package com.allinone.simulation.world;

/** Where every decision of a world comes from: the same choices make the same world. */
public interface Choices {

    /** A number from 0 to {@code bound - 1}. */
    int below(int bound);

    /** Whether something happens that does so once in {@code often} times. */
    default boolean oneIn(int often) {
        return below(often) == 0;
    }
}
