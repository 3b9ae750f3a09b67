package com.allinone.simulation.broker;

import com.allinone.simulation.world.World;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A producer's wait for the broker, in the world's time. */
final class Acknowledgement implements Future<Object> {

    private final World world;
    private boolean here;

    Acknowledgement(World world) {
        this.world = world;
    }

    void arrive() {
        here = true;
    }

    @Override
    public boolean isDone() {
        return here;
    }

    @Override
    public Object get() {
        world.await(this::isDone);
        return "acknowledged";
    }

    @Override
    public Object get(long timeout, TimeUnit unit) throws TimeoutException {
        if (!here && !world.await(this::isDone, Duration.of(timeout, unit.toChronoUnit()))) {
            throw new TimeoutException("No acknowledgement");
        }
        return "acknowledged";
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return false;
    }

    @Override
    public boolean isCancelled() {
        return false;
    }
}
