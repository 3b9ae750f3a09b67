package com.allinone.messaging.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay of this process when something was committed to the outbox; many calls count as one. */
@ApplicationScoped
public class RelaySignal {

    private final Semaphore pending = new Semaphore(0);

    public void wake() {
        if (pending.availablePermits() == 0) {
            pending.release();
        }
    }

    /** Waits for a wake-up, at most so long; returns whether there was one. */
    boolean await(Duration atMost) throws InterruptedException {
        boolean woken = pending.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
        if (woken) {
            pending.drainPermits();
        }
        return woken;
    }
}
