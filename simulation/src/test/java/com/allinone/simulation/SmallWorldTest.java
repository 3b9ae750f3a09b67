package com.allinone.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.simulation.smallworld.Cores;
import com.allinone.simulation.smallworld.SmallWorld;
import com.allinone.simulation.smallworld.SmallWorld.Explored;
import org.junit.jupiter.api.Test;

/** Two orders, one unit: every interleaving of the cores. */
class SmallWorldTest {

    private static final int AT_LEAST = 100_000;

    @Test
    void everyInterleavingEndsWithEverythingAccountedFor() {
        Explored explored = SmallWorld.explore(Cores.REAL);
        System.out.printf(
                "Small world: %,d situations, %,d steps between them, %,d ends, violations %d%n",
                explored.situations(),
                explored.steps(),
                explored.ends(),
                explored.violations().size());
        assertThat(explored.violations()).isEmpty();
        assertThat(explored.situations()).isGreaterThan(AT_LEAST);
    }
}
