package com.allinone.chaos.faults;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;

/** Waiting, for a while or for something. */
final class Pauses {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private Pauses() {}

    static void between(Random random, int leastMillis, int mostMillis) throws InterruptedException {
        Thread.sleep(leastMillis + random.nextInt(mostMillis - leastMillis + 1));
    }

    static void seconds(int seconds) throws InterruptedException {
        Thread.sleep(Duration.ofSeconds(seconds));
    }

    /** Returns whether it came true within that time; a look that fails is a look that saw nothing. */
    static boolean until(Duration patience, Callable<Boolean> looking) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                if (looking.call()) {
                    return true;
                }
            } catch (InterruptedException stopNow) {
                throw stopNow;
            } catch (Exception notNow) {
                // The next look may see more.
            }
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }
}
