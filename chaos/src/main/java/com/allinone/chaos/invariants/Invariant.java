package com.allinone.chaos.invariants;

import java.util.List;

/**
 * Something that must be true at the end, whatever was done.
 *
 * @param name as a sentence
 * @param violations how often it is not; 0 where it holds
 * @param examples a few of the violations
 * @param looked at how much was looked, so that nobody takes an empty look for a good one
 */
public record Invariant(String name, long violations, List<String> examples, String looked) {
    private static final int EXAMPLES = 5;

    public static Invariant of(String name, List<String> violations, String looked) {
        var examples = violations.subList(0, Math.min(EXAMPLES, violations.size()));
        return new Invariant(name, violations.size(), List.copyOf(examples), looked);
    }

    public boolean holds() {
        return violations == 0;
    }
}
