package com.allinone.messaging;

import java.time.Duration;

/** Time that only passes: what a wait or a bound is measured with, whatever somebody does to the clock. */
public interface Ticker {

    /** Nanoseconds since some moment that stays the same while the process lives. */
    long nanos();

    /** Waits so long. */
    void sleep(Duration length) throws InterruptedException;
}
