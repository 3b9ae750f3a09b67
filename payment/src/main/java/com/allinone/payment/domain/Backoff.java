package com.allinone.payment.domain;

import java.time.Duration;

/** How long to wait after failures in a row: doubling from the first wait up to the longest, and never giving up. */
public record Backoff(Duration first, Duration longest) {

    private static final int ENOUGH = 20;

    public Backoff {
        if (!first.isPositive() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("A backoff goes from a positive wait to a longer one");
        }
    }

    public Duration after(int failures) {
        var wait = first.multipliedBy(1L << Math.clamp(failures - 1L, 0, ENOUGH));
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
