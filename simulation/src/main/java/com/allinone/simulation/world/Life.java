package com.allinone.simulation.world;

import java.util.ArrayList;
import java.util.List;

/** One life of a process: its actors run until it is killed, and stand still while it is frozen. */
public final class Life {

    private final String name;
    private final List<Runnable> lastWords = new ArrayList<>();
    private boolean dead;
    private long frozenUntil = Long.MIN_VALUE;

    public Life(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public boolean dead() {
        return dead;
    }

    boolean frozen(long now) {
        return now < frozenUntil;
    }

    long frozenUntil() {
        return frozenUntil;
    }

    /** What others notice at once when it dies: its connections are gone. */
    public void whenKilled(Runnable noticed) {
        lastWords.add(noticed);
    }

    void kill() {
        dead = true;
        lastWords.forEach(Runnable::run);
        lastWords.clear();
    }

    void freeze(long until) {
        frozenUntil = Math.max(frozenUntil, until);
    }
}
