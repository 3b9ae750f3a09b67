package com.allinone.launcher.parts;

import com.allinone.launcher.processes.Program;
import com.allinone.launcher.processes.StopSignal;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** One process of the shop. Every method may be called again: preparing and furnishing do only what is missing. */
public interface Part {
    String name();

    /** The ports that it listens on, the one to show first. */
    List<Integer> ports();

    /** The parts that must be healthy before this one starts. */
    default Set<String> needs() {
        return Set.of();
    }

    /** Makes on disk what the program needs. */
    void prepare();

    Program program();

    boolean healthy();

    /** Fills what runs with what the others rely on: roles, topics, a realm. */
    default void furnish() {}

    /** How long it may take until it is healthy. */
    default Duration patience() {
        return Duration.ofMinutes(2);
    }

    /** How long it may take to stop before it is killed. */
    default Duration grace() {
        return Duration.ofSeconds(20);
    }

    default StopSignal stopSignal() {
        return StopSignal.TERM;
    }

    /** Whether its start keeps a processor busy, so that not too many such parts should start at once. */
    default boolean startsHeavily() {
        return false;
    }
}
