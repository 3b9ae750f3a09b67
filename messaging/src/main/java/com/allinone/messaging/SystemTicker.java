package com.allinone.messaging;

import java.time.Duration;

/** The machine's own ticker. */
public final class SystemTicker implements Ticker {

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void sleep(Duration length) throws InterruptedException {
        Thread.sleep(length);
    }
}
