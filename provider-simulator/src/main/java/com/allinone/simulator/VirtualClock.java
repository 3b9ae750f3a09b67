package com.allinone.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** The provider's time: the real one plus what a test has added, so that a day passes in a moment. */
final class VirtualClock {
    private final Clock clock;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    VirtualClock(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().plus(ahead.get());
    }

    /** The real time, for signatures: those who check them have no virtual clock. */
    Instant real() {
        return clock.instant();
    }

    void advance(Duration by) {
        ahead.updateAndGet(already -> already.plus(by));
    }
}
