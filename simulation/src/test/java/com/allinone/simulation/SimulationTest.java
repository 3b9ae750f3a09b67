package com.allinone.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.simulation.Simulation.Outcome;
import com.allinone.simulation.bugs.Bug;
import com.allinone.simulation.shop.Fate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The services' own code in worlds by the hundred thousand. */
class SimulationTest {

    private static final long FIRST = Long.getLong("simulation.seed", 1);
    private static final long SEEDS = Long.getLong("simulation.seeds", 100_000);
    private static final int SHOWN = 5;

    @Test
    void everyWorldComesToRestWithEverythingAccountedFor() {
        Tally tally = new Tally();
        long begun = System.nanoTime();
        LongStream.range(FIRST, FIRST + SEEDS).parallel().forEach(seed -> tally.add(Simulation.run(seed, Bug.NONE)));
        System.out.println(tally.table((System.nanoTime() - begun) / 1_000_000_000.0));
        assertThat(tally.failures.stream()
                        .limit(SHOWN)
                        .map(SimulationTest::sentence)
                        .toList())
                .isEmpty();
        assertThat(tally.worlds.get()).isEqualTo(SEEDS);
    }

    @Test
    void aSeedIsTheSameWorldEveryTime() {
        Outcome first = Simulation.run(FIRST, Bug.NONE);
        assertThat(List.of(Simulation.run(FIRST, Bug.NONE), Simulation.run(FIRST, Bug.NONE)))
                .containsOnly(first);
    }

    private static String sentence(Outcome outcome) {
        return "Seed " + outcome.seed() + " (again with: ./shop simulate --seed " + outcome.seed() + "): "
                + String.join("; ", outcome.violations());
    }

    private static final class Tally {

        private final AtomicLong worlds = new AtomicLong();
        private final AtomicLong orders = new AtomicLong();
        private final AtomicLong redeliveries = new AtomicLong();
        private final AtomicLong turns = new AtomicLong();
        private final ConcurrentLinkedQueue<Outcome> failures = new ConcurrentLinkedQueue<>();
        private final Map<Fate.Kind, Long> faults = new EnumMap<>(Fate.Kind.class);

        void add(Outcome outcome) {
            worlds.incrementAndGet();
            orders.addAndGet(outcome.orders());
            redeliveries.addAndGet(outcome.redeliveries());
            turns.addAndGet(outcome.turns());
            synchronized (faults) {
                outcome.faults().forEach((kind, count) -> faults.merge(kind, (long) count, Long::sum));
            }
            if (!outcome.violations().isEmpty()) {
                failures.add(outcome);
            }
        }

        String table(double seconds) {
            StringBuilder table = new StringBuilder("Simulation: %,d seeds from %d in %.0f s, %,d turns%n"
                    .formatted(worlds.get(), FIRST, seconds, turns.get()));
            table.append("  orders %,d, records delivered again %,d, worlds with a violation %,d%n"
                    .formatted(orders.get(), redeliveries.get(), failures.size()));
            faults.forEach((kind, count) -> table.append("  %-24s %,10d%n".formatted(kind, count)));
            return table.toString();
        }
    }
}
