package com.allinone.chaos.isolation;

import java.util.concurrent.atomic.AtomicInteger;

/** How often a journey was begun, and how often it failed. */
final class Tally {
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    void count(boolean succeeded) {
        begun.incrementAndGet();
        if (!succeeded) {
            failed.incrementAndGet();
        }
    }

    int begun() {
        return begun.get();
    }

    int failed() {
        return failed.get();
    }
}
