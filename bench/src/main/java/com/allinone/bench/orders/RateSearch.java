package com.allinone.bench.orders;

import java.util.OptionalDouble;

/**
 * Looks for the highest rate that holds: up in steps until one does not, then by halves between the highest that held
 * and the lowest that did not.
 */
final class RateSearch {
    private static final double GROWTH = 1.5;
    private static final double LOWEST = 1;

    private final double precision;
    private double next;
    private double held;
    private double failed = Double.POSITIVE_INFINITY;

    /**
     * A search.
     *
     * @param start the first rate, a second
     * @param precision how near to each other the two rates are in the end, as in 0.05
     */
    RateSearch(double start, double precision) {
        if (!(start >= LOWEST) || !(precision > 0)) {
            throw new IllegalArgumentException("start=" + start + " precision=" + precision);
        }
        this.next = start;
        this.precision = precision;
    }

    /** The rate to try now; empty when the search is over. */
    OptionalDouble next() {
        var over = failed / held <= 1 + precision || next < LOWEST;
        return over ? OptionalDouble.empty() : OptionalDouble.of(next);
    }

    /** What came of the rate that {@link #next} named. */
    void tried(boolean holds) {
        if (holds) {
            held = next;
        } else {
            failed = next;
        }
        if (failed == Double.POSITIVE_INFINITY) {
            next = held * GROWTH;
        } else if (held > 0) {
            next = (held + failed) / 2;
        } else {
            next = failed > LOWEST ? Math.max(LOWEST, failed / 2) : 0;
        }
    }

    /** The highest rate that held; 0 when none did. */
    double highest() {
        return held;
    }
}
