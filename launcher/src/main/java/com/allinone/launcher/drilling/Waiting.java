package com.allinone.launcher.drilling;

import java.io.IOException;
import java.time.Duration;

/** Looks again and again, for as long as patience lasts. */
final class Waiting {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private Waiting() {}

    /** Something that holds or does not yet. */
    @FunctionalInterface
    interface Question {
        boolean holds() throws IOException;
    }

    /** Whether it came to hold within the time. */
    static boolean until(Duration patience, Question question) throws IOException {
        var end = System.nanoTime() + patience.toNanos();
        while (!question.holds()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopNow) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting", stopNow);
            }
        }
        return true;
    }
}
