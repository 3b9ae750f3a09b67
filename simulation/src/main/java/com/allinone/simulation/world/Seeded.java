package com.allinone.simulation.world;

import java.util.SplittableRandom;

/** Choices out of one seed. */
public final class Seeded implements Choices {

    private final SplittableRandom random;

    public Seeded(long seed) {
        this.random = new SplittableRandom(seed);
    }

    @Override
    public int below(int bound) {
        return random.nextInt(bound);
    }
}
