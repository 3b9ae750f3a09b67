package com.allinone.simulation;

import com.allinone.simulation.bugs.Bug;
import com.allinone.simulation.checks.Invariants;
import com.allinone.simulation.shop.Customers;
import com.allinone.simulation.shop.Fate;
import com.allinone.simulation.shop.Shop;
import com.allinone.simulation.world.Choices;
import com.allinone.simulation.world.Seeded;
import com.allinone.simulation.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One world from its seed to its end: a phase in which things go wrong, and one in which everything is whole again and
 * has to come to rest as it must.
 */
public final class Simulation {

    private static final Duration TROUBLE = Duration.ofMinutes(2);
    private static final Duration HEALING = Duration.ofMinutes(10);
    private static final int MOST_SHOPPERS = 4;
    private static final int MOST_FAULTS = 7;
    private static final int SHELVES = 4;

    private Simulation() {}

    /** Runs the world of this seed, on a thread of its own. */
    public static Outcome run(long seed, Bug bug) {
        List<Outcome> outcome = new ArrayList<>(1);
        List<Throwable> failure = new ArrayList<>(1);
        Thread thread = Thread.ofVirtual().name("world " + seed).start(() -> {
            try {
                outcome.add(new Run(seed, bug).toItsEnd());
            } catch (RuntimeException | Error e) {
                failure.add(e);
            }
        });
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped in the world of seed " + seed, e);
        }
        if (!failure.isEmpty()) {
            throw new IllegalStateException("The world of seed " + seed + " broke", failure.getFirst());
        }
        return outcome.getFirst();
    }

    /**
     * What came of a world.
     *
     * @param violations a sentence each; none is what we want
     * @param redeliveries records that were handed out more than once
     */
    public record Outcome(
            long seed,
            List<String> violations,
            int orders,
            Map<Fate.Kind, Integer> faults,
            long redeliveries,
            long turns) {}

    private static final class Run {

        private final long seed;
        private final World world;
        private final Choices choices;
        private final Shop shop;
        private final Customers customers;
        private final Fate fate;

        Run(long seed, Bug bug) {
            this.seed = seed;
            this.choices = new Seeded(seed);
            this.world = new World(choices);
            this.shop = new Shop(world, bug);
            this.customers = new Customers(shop);
            this.fate = new Fate(shop);
        }

        Outcome toItsEnd() {
            shop.stock("BOWL-01", "ICN1", 1 + choices.below(4));
            shop.stock("CUP-02", "ICN1", 1 + choices.below(2));
            shop.stock("CUP-02", "PUS1", choices.below(3) + 1L);
            shop.stock("VASE-03", "PUS1", 1);
            world.run(() -> shop.stocked() == SHELVES, TROUBLE);
            shop.open(1 + choices.below(2), 1 + choices.below(2), 1 + choices.below(2));
            customers.come(1 + choices.below(MOST_SHOPPERS));
            fate.strikes(choices.below(MOST_FAULTS + 1));
            world.run(() -> fate.isOver() && customers.areGone(), TROUBLE);
            fate.heal();
            boolean quiet = world.run(() -> customers.areGone() && Invariants.quiet(shop), HEALING);
            List<String> violations = new ArrayList<>(Invariants.violations(shop, customers));
            if (!quiet) {
                violations.addFirst("It did not come to rest within " + HEALING);
            }
            world.end();
            return new Outcome(
                    seed,
                    violations,
                    shop.orders().everything().size(),
                    fate.done(),
                    shop.kafka().redeliveries(),
                    world.turns());
        }
    }
}
