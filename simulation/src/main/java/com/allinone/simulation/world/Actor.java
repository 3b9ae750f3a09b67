package com.allinone.simulation.world;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One thread of a process. It runs on a virtual thread, and only between {@link #resume} and the next wait: never
 * beside another actor of its world.
 */
final class Actor {

    static final BooleanSupplier ALWAYS = () -> true;
    static final BooleanSupplier NEVER = () -> false;

    final Life life;
    final String name;
    private final Thread thread;
    private final Thread scheduler;
    private volatile boolean running;
    private volatile boolean over;
    private volatile @Nullable Throwable failure;
    private BooleanSupplier condition = ALWAYS;
    private long wakeAt = Long.MAX_VALUE;

    Actor(Life life, String name, Thread scheduler, Runnable body) {
        this.life = life;
        this.name = name;
        this.scheduler = scheduler;
        this.thread = Thread.ofVirtual().unstarted(() -> {
            park();
            try {
                if (!life.dead()) {
                    body.run();
                }
            } catch (Killed dead) {
                // As it should.
            } catch (Throwable e) {
                failure = e;
            } finally {
                over = true;
                running = false;
                LockSupport.unpark(scheduler);
            }
        });
        thread.start();
    }

    boolean over() {
        return over;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    /** When it goes on though its condition does not hold; never is {@link Long#MAX_VALUE}. */
    long wakeAt() {
        return wakeAt;
    }

    boolean ready(long now) {
        return now >= wakeAt || condition.getAsBoolean();
    }

    /** Called by the scheduler: lets it run until it waits or ends. */
    void resume() {
        running = true;
        LockSupport.unpark(thread);
        while (running) {
            LockSupport.park();
        }
    }

    /** Called by the actor itself: lets others run until the condition holds or the time has come. */
    void waitFor(BooleanSupplier until, long atLatest) {
        condition = until;
        wakeAt = atLatest;
        running = false;
        LockSupport.unpark(scheduler);
        park();
        if (life.dead()) {
            throw new Killed();
        }
    }

    private void park() {
        while (!running) {
            LockSupport.park();
        }
    }
}
