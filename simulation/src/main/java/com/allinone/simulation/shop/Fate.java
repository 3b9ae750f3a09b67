package com.allinone.simulation.shop;

import com.allinone.simulation.store.Database;
import com.allinone.simulation.world.Choices;
import com.allinone.simulation.world.Life;
import com.allinone.simulation.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What goes wrong: so many faults, at moments nobody knows, of the kinds below. */
public final class Fate {

    private static final int LATEST_TURN = 260;
    private static final Duration OPERATORS_ROUND = Duration.ofSeconds(20);

    private final Shop shop;
    private final World world;
    private final Choices choices;
    private final Life fate = new Life("fate");
    private final Map<Kind, Integer> done = new EnumMap<>(Kind.class);
    private final List<Runnable> repairs = new ArrayList<>();
    private int ahead;

    /** What can happen. */
    public enum Kind {
        KILLED,
        FROZEN,
        DATABASE_KILLED,
        ANSWER_OF_COMMIT_LOST,
        BROKER_DOWN,
        BROKER_SLOW,
        LOG_LOST,
        DELIVERED_AGAIN,
        WRITTEN_TWICE,
        PROVIDER_MISBEHAVES,
        PROVIDER_FORGETS,
        POISONED
    }

    public Fate(Shop shop) {
        this.shop = shop;
        this.world = shop.world();
        this.choices = world.choices();
    }

    public void strikes(int faults) {
        for (int i = 0; i < faults; i++) {
            Kind kind = Kind.values()[choices.below(Kind.values().length)];
            ahead++;
            world.start(fate, kind.name(), () -> {
                if (choices.oneIn(2)) {
                    long turn = choices.below(LATEST_TURN);
                    world.await(() -> world.turns() >= turn, Duration.ofSeconds(30));
                } else {
                    world.sleep(Duration.ofMillis(choices.below(30_000)));
                }
                happen(kind);
                done.merge(kind, 1, Integer::sum);
                ahead--;
            });
        }
    }

    public boolean isOver() {
        return ahead == 0;
    }

    /** How often each kind happened. */
    public Map<Kind, Integer> done() {
        return done;
    }

    /** Everything that is down comes up again, nobody lies any more, and an operator sees to what is parked. */
    public void heal() {
        repairs.forEach(Runnable::run);
        shop.processes().forEach(shop::restart);
        world.start(fate, "operator", () -> {
            while (true) {
                shop.redriveEverything();
                world.sleep(OPERATORS_ROUND);
            }
        });
    }

    private void happen(Kind kind) {
        switch (kind) {
            case KILLED -> {
                String process = process();
                shop.kill(process);
                world.after(upTo(8), () -> shop.restart(process));
            }
            case FROZEN -> shop.freeze(process(), upTo(25));
            case DATABASE_KILLED -> {
                Database database = database();
                database.crash();
                whole(database::restart, upTo(6));
            }
            case ANSWER_OF_COMMIT_LOST -> database().loseAnswers(1 + choices.below(3));
            case BROKER_DOWN -> {
                shop.kafka().crash();
                whole(shop.kafka()::restart, upTo(12));
            }
            case BROKER_SLOW -> {
                shop.kafka().slow(true);
                whole(() -> shop.kafka().slow(false), upTo(20));
            }
            case LOG_LOST -> logLost();
            case DELIVERED_AGAIN -> shop.kafka().rewind();
            case WRITTEN_TWICE -> shop.kafka().topics().forEach(shop.kafka()::duplicate);
            case PROVIDER_MISBEHAVES -> {
                shop.provider().misbehave(true);
                whole(() -> shop.provider().misbehave(false), upTo(40));
            }
            case PROVIDER_FORGETS -> shop.provider().forgetKeys();
            case POISONED -> poison();
        }
    }

    /**
     * As the runbook has it: everything is published again while the broker is down, and it stays down until every relay
     * has given up what it had at hand, and who stands still was ended.
     */
    private void logLost() {
        shop.kafka().loseEverything();
        shop.republishEverything(
                Instant.EPOCH,
                () -> world.after(Settings.ALL.acknowledgementBound().multipliedBy(2), () -> {
                    shop.endThoseThatStandStill();
                    shop.kafka().setUpAgain();
                }));
    }

    private void poison() {
        List<UUID> orders = List.copyOf(shop.orders().heads().keySet());
        if (!orders.isEmpty()) {
            String key = orders.get(choices.below(orders.size())).toString();
            shop.effects().poison(key);
            whole(
                    () -> {
                        shop.effects().mend(key);
                        shop.redriveEverything();
                    },
                    upTo(20));
        }
    }

    private void whole(Runnable repair, Duration after) {
        world.after(after, repair);
        repairs.add(repair);
    }

    private String process() {
        List<String> all = shop.processes();
        return all.get(choices.below(all.size()));
    }

    private Database database() {
        return shop.databases().get(choices.below(shop.databases().size()));
    }

    private Duration upTo(int seconds) {
        return Duration.ofMillis(choices.below(seconds * 1_000));
    }
}
