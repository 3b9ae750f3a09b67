package com.allinone.launcher.running;

import java.io.PrintWriter;
import java.time.Duration;

/** Tells what happens, a line each, with the seconds since the beginning. */
public final class Progress {
    private final PrintWriter out;
    private final long beginning = System.nanoTime();

    public Progress(PrintWriter out) {
        this.out = out;
    }

    public synchronized void part(String part, String event) {
        out.printf("%6.1f s  %-18s %s%n", elapsed().toMillis() / 1000.0, part, event);
        out.flush();
    }

    public synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - beginning);
    }
}
