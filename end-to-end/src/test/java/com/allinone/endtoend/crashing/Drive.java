package com.allinone.endtoend.crashing;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What leads to some points.
 *
 * @param before is done before the process starts
 * @param during is done again and again while it runs
 * @param after is done once it has died, or has not
 * @param patience how long that may take
 * @param lingering what the agent is told besides
 */
record Drive(Pattern points, Runnable before, Runnable during, Runnable after, Duration patience, String lingering) {

    static Drive to(String points, Duration patience) {
        return new Drive(Pattern.compile(points), () -> {}, () -> {}, () -> {}, patience, "");
    }

    Drive first(Runnable deed) {
        return new Drive(points, deed, during, after, patience, lingering);
    }

    Drive by(Runnable deed) {
        return new Drive(points, before, deed, after, patience, lingering);
    }

    Drive last(Runnable deed) {
        return new Drive(points, before, during, deed, patience, lingering);
    }

    Drive within(Duration other) {
        return new Drive(points, before, during, after, other, lingering);
    }

    Drive lingeringAt(String point, Duration pause) {
        return new Drive(
                points, before, during, after, patience, ";linger=%s;millis=%d".formatted(point, pause.toMillis()));
    }
}
