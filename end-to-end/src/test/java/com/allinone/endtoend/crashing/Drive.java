package com.allinone.endtoend.crashing;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What leads to some points.
 *
 * @param before is done before the process starts
 * @param during is done again and again while it runs
 * @param after is done once it has died, or has not
 * @param lingering what the agent is told besides
 */
record Drive(Pattern points, Runnable before, Runnable during, Runnable after, String lingering) {

    /** How long being led there may take. */
    static final Duration PATIENCE = Duration.ofSeconds(90);

    static Drive to(String points) {
        return new Drive(Pattern.compile(points), () -> {}, () -> {}, () -> {}, "");
    }

    Drive first(Runnable deed) {
        return new Drive(points, deed, during, after, lingering);
    }

    Drive by(Runnable deed) {
        return new Drive(points, before, deed, after, lingering);
    }

    Drive last(Runnable deed) {
        return new Drive(points, before, during, deed, lingering);
    }

    Drive lingeringAt(String point, Duration pause) {
        return new Drive(points, before, during, after, ";linger=%s;millis=%d".formatted(point, pause.toMillis()));
    }
}
