package com.allinone.order.redriving;

import java.time.Duration;
import java.time.Instant;

/**
 * When an order counts as stuck, and when it is looked at again: never given up, ever less often.
 *
 * @param bound 1 second to 1 day
 * @param longest from the bound to 1 day
 */
public record Patience(Duration bound, Duration longest) {

    private static final Duration MOST = Duration.ofDays(1);
    private static final int DOUBLINGS = 30;

    public Patience {
        within("order.redriving.bound", bound, Duration.ofSeconds(1));
        within("order.redriving.longest-wait", longest, bound);
    }

    /** What has not changed since then is stuck. */
    public Instant since(Instant now) {
        return now.minus(bound);
    }

    /** When it is looked at again after so many looks before this one. */
    public Instant next(int looks, Instant now) {
        Duration doubled = bound.multipliedBy(1L << Math.min(looks, DOUBLINGS));
        return now.plus(doubled.compareTo(longest) > 0 ? longest : doubled);
    }

    private static void within(String key, Duration value, Duration least) {
        if (value.compareTo(least) < 0 || value.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(key + " must be from " + least + " to " + MOST + ", not " + value);
        }
    }
}
