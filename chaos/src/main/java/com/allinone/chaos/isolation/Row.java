package com.allinone.chaos.isolation;

import java.util.Map;

/**
 * What happened while one part was dead.
 *
 * @param dead the part; empty for the row in which everything runs
 * @param journeys begun and failed
 * @param drainedSeconds from the restart until no backlog was left; negative where nothing was restarted
 */
public record Row(String dead, Map<Journey, Share> journeys, double drainedSeconds) {
    /** Of so many so many failed. */
    public record Share(int begun, int failed) {
        public double percent() {
            return begun == 0 ? 0 : 100.0 * failed / begun;
        }
    }

    /** Journeys that failed though their service was alive. */
    public long undeserved() {
        return journeys.entrySet().stream()
                .filter(entry -> !entry.getKey().owner().equals(dead))
                .mapToLong(entry -> entry.getValue().failed())
                .sum();
    }
}
