package com.allinone.simulation.world;

/** The process is dead: nothing after this line runs in it. An error, so that no handler takes it for its own. */
public final class Killed extends Error {

    private static final long serialVersionUID = 1L;

    Killed() {
        super("kill -9", null, false, false);
    }
}
