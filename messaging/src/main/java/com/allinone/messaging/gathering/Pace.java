package com.allinone.messaging.gathering;

import com.allinone.messaging.Ticker;
import java.time.Duration;

/**
 * Keeps the beginnings of pieces of work apart: the next one begins no sooner than a while after the last. A lonely piece
 * waits for nobody; in a crowd more comes together for each, and a piece costs nearly the same whatever its size. It is
 * the group commit's delay of databases, taken only where another piece has just begun.
 */
public final class Pace {

    private final Ticker ticker;
    private final long apart;
    private long free;

    /**
     * A pace.
     *
     * @param apart between two beginnings, zero for none
     */
    public Pace(Ticker ticker, Duration apart) {
        this.ticker = ticker;
        this.apart = apart.toNanos();
        this.free = ticker.nanos();
    }

    /** Waits until the next piece may begin; an interrupt ends the wait and is kept for the caller. */
    public void await() {
        long wait = mine() - ticker.nanos();
        if (wait > 0) {
            try {
                ticker.sleep(Duration.ofNanos(wait));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized long mine() {
        long now = ticker.nanos();
        long begin = free - now > 0 ? free : now;
        free = begin + apart;
        return begin;
    }
}
