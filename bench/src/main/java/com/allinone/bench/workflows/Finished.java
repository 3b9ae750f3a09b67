package com.allinone.bench.workflows;

/**
 * What came of a stint.
 *
 * @param workflows that ended, which are all that were started
 * @param seconds from the start of the first to the end of the last
 */
public record Finished(long workflows, double seconds) {
    public double perSecond() {
        return workflows / seconds;
    }
}
