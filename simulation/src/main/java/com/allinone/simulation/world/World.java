package com.allinone.simulation.world;

import com.allinone.messaging.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A world in which one thing happens at a time. Whoever would wait in reality (for a database, a broker, a provider, a
 * lock, a while) waits here, and the choices say who goes on. Time passes only when nobody can go on, or when a choice
 * makes somebody slow.
 *
 * @see <a href="https://apple.github.io/foundationdb/testing.html">Simulation testing as FoundationDB does it</a>
 */
public final class World {

    private static final Instant BEGIN = Instant.parse("2026-11-21T09:00:00Z");
    private static final int SELDOM = 4;
    private static final int SLOWEST_MILLIS = 40;

    private final Choices choices;
    private final List<Actor> actors = new ArrayList<>();
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
    private final Thread scheduler = Thread.currentThread();
    private @Nullable Actor current;
    private long now;
    private long alarmsSet;
    private long turns;

    /** A world whose scheduler is the calling thread. */
    public World(Choices choices) {
        this.choices = choices;
    }

    public Choices choices() {
        return choices;
    }

    /** How often somebody was let run. */
    public long turns() {
        return turns;
    }

    public Instant instant() {
        return BEGIN.plusNanos(now);
    }

    public Clock clock() {
        return new WorldClock();
    }

    public Ticker ticker() {
        return new Ticker() {
            @Override
            public long nanos() {
                return now;
            }

            @Override
            public void sleep(Duration length) {
                World.this.sleep(length);
            }
        };
    }

    /** Starts a thread of a process; it runs when it is chosen. */
    public void start(Life life, String name, Runnable body) {
        actors.add(new Actor(life, name, scheduler, body));
    }

    /** Does something at that time, outside any process. */
    public void after(Duration length, Runnable action) {
        alarms.add(new Alarm(now + length.toNanos(), alarmsSet++, action));
    }

    public void kill(Life life) {
        life.kill();
    }

    public void freeze(Life life, Duration length) {
        life.freeze(now + length.toNanos());
    }

    public boolean isFrozen(Life life) {
        return life.frozen(now);
    }

    /** A place where real code would have let others run; sometimes they do, sometimes it takes a while. */
    public void pause() {
        if (choices.oneIn(SELDOM)) {
            long atLatest = choices.oneIn(SELDOM)
                    ? now + Duration.ofMillis(choices.below(SLOWEST_MILLIS)).toNanos()
                    : now;
            running().waitFor(Actor.NEVER, atLatest);
        } else if (running().life.dead()) {
            throw new Killed();
        }
    }

    public void sleep(Duration length) {
        running().waitFor(Actor.NEVER, now + length.toNanos());
    }

    /** Waits until the condition holds. */
    public void await(BooleanSupplier condition) {
        running().waitFor(condition, Long.MAX_VALUE);
    }

    /** Waits until the condition holds or the time is over; tells whether it holds. */
    public boolean await(BooleanSupplier condition, Duration atMost) {
        running().waitFor(condition, now + atMost.toNanos());
        return condition.getAsBoolean();
    }

    /** Lets the world go on until it is over or the time is; tells whether it is over. */
    public boolean run(BooleanSupplier over, Duration atMost) {
        long end = now + atMost.toNanos();
        List<Actor> ready = new ArrayList<>();
        while (!over.getAsBoolean()) {
            ready.clear();
            for (Actor actor : actors) {
                if (actor.life.dead() || (!actor.life.frozen(now) && actor.ready(now))) {
                    ready.add(actor);
                }
            }
            if (!ready.isEmpty()) {
                resume(ready.get(ready.size() == 1 ? 0 : choices.below(ready.size())));
            } else if (!timePasses(end)) {
                return false;
            }
        }
        return true;
    }

    /** Ends every thread that is left. */
    public void end() {
        actors.forEach(actor -> actor.life.kill());
        while (!actors.isEmpty()) {
            resume(actors.getFirst());
        }
    }

    private void resume(Actor actor) {
        turns++;
        current = actor;
        actor.resume();
        current = null;
        if (actor.over()) {
            actors.remove(actor);
            Throwable failure = actor.failure();
            if (failure != null) {
                throw new IllegalStateException(actor.life.name() + " " + actor.name + " failed", failure);
            }
        }
    }

    private boolean timePasses(long end) {
        long next = Long.MAX_VALUE;
        for (Actor actor : actors) {
            next = Math.min(next, actor.life.frozen(now) ? actor.life.frozenUntil() : actor.wakeAt());
        }
        Alarm alarm = alarms.peek();
        if (alarm != null && alarm.at <= next) {
            if (alarm.at > end) {
                return false;
            }
            alarms.remove();
            now = Math.max(now, alarm.at);
            alarm.action.run();
            return true;
        }
        if (next > end) {
            return false;
        }
        now = Math.max(now, next);
        return true;
    }

    private Actor running() {
        if (current == null) {
            throw new IllegalStateException("Only an actor can wait");
        }
        return current;
    }

    private record Alarm(long at, long number, Runnable action) implements Comparable<Alarm> {
        @Override
        public int compareTo(Alarm other) {
            return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
        }
    }

    private final class WorldClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return World.this.instant();
        }
    }
}
