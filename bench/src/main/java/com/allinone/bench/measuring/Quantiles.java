package com.allinone.bench.measuring;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;

/**
 * Quantiles of times by nearest rank: each is a time that was really taken. None interpolates, so none can be better
 * than what anybody saw.
 */
public final class Quantiles {
    private final long[] sorted;

    private Quantiles(long[] sorted) {
        this.sorted = sorted;
    }

    /** Of times in microseconds, in any order. */
    public static Quantiles ofMicros(long... micros) {
        var sorted = micros.clone();
        Arrays.sort(sorted);
        return new Quantiles(sorted);
    }

    /** Of times in microseconds, in any order. */
    public static Quantiles of(Collection<Long> micros) {
        return ofMicros(micros.stream().mapToLong(Long::longValue).toArray());
    }

    public int count() {
        return sorted.length;
    }

    /**
     * The smallest time that so many of all do not exceed, in microseconds; 0 where there is none.
     *
     * @param share above 0, at most 1
     */
    public long micros(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("A share is above 0 and at most 1, and not " + share);
        }
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /** {@code count}, and {@code p50}, {@code p95}, {@code p99} and {@code max} in milliseconds. */
    public ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("count", count())
                .put("p50", micros(0.5) / 1_000.0)
                .put("p95", micros(0.95) / 1_000.0)
                .put("p99", micros(0.99) / 1_000.0)
                .put("max", micros(1) / 1_000.0);
    }
}
