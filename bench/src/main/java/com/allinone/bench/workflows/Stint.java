package com.allinone.bench.workflows;

/**
 * What an engine is asked for: so many threads that start one workflow after the other, each when the one before has
 * ended, and one at least.
 *
 * @param threads at least 1
 * @param seconds after which no more are started
 */
public record Stint(int threads, int seconds) {
    public Stint {
        if (threads < 1 || seconds < 1) {
            throw new IllegalArgumentException("threads=" + threads + " seconds=" + seconds);
        }
    }
}
