package com.allinone.bench.generating;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/**
 * When each request is due: arrivals of people who do not know of each other (a Poisson process), drawn once from a
 * seed. Nobody waits for an answer to somebody else's request, so a stall meets as many as it would in the world.
 */
public final class Schedule {
    private final long[] nanos;

    private Schedule(long[] nanos) {
        this.nanos = nanos;
    }

    /**
     * Arrivals from 0 until the length is over.
     *
     * @param rate a second, on the average; above 0
     */
    public static Schedule of(long seed, double rate, Duration length) {
        if (!(rate > 0)) {
            throw new IllegalArgumentException("A rate is above 0, and not " + rate);
        }
        var random = new Random(seed);
        var gap = 1e9 / rate;
        var all = new long[16];
        var count = 0;
        var at = 0.0;
        while (true) {
            at += -Math.log(1 - random.nextDouble()) * gap;
            if (at >= length.toNanos()) {
                return new Schedule(Arrays.copyOf(all, count));
            }
            if (count == all.length) {
                all = Arrays.copyOf(all, count * 2);
            }
            all[count++] = (long) at;
        }
    }

    public int size() {
        return nanos.length;
    }

    /** When the request is due, nanoseconds after the beginning; never before the one before it. */
    public long due(int number) {
        return nanos[number];
    }
}
