package com.allinone.bench.generating;

/**
 * What came of a closed loop.
 *
 * @param calls that ended, which are all that were begun
 * @param seconds from the begin of the first to the end of the last
 */
public record Finished(long calls, double seconds) {
    public double perSecond() {
        return calls / seconds;
    }
}
