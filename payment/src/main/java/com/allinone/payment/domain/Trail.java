package com.allinone.payment.domain;

import java.time.Instant;
import java.util.List;

/** What was decided about a payment and what the provider answered, for people: nothing is decided by it. */
public record Trail(List<Entry> entries) {

    public Trail {
        entries = List.copyOf(entries);
    }

    /**
     * One step.
     *
     * @param what the state that it came into, or that it stayed in, as its label
     * @param answer what the provider said, or why nothing changed; empty where the state says it all
     */
    public record Entry(Instant at, String what, String answer) {}
}
