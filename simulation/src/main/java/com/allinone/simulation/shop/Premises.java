package com.allinone.simulation.shop;

import com.allinone.simulation.store.Database;
import com.allinone.simulation.store.SimulatedDoneMessages;
import com.allinone.simulation.store.SimulatedOperatorActions;
import com.allinone.simulation.store.SimulatedOutboxLog;
import com.allinone.simulation.store.SimulatedParkedMessages;
import com.allinone.simulation.world.World;

/** What of a service survives its processes: its database, with the tables of messaging. */
public record Premises(
        String name,
        Database database,
        SimulatedOutboxLog log,
        SimulatedDoneMessages done,
        SimulatedParkedMessages parked,
        SimulatedOperatorActions actions) {

    static Premises of(String name, World world) {
        return new Premises(
                name,
                new Database(world),
                new SimulatedOutboxLog(),
                new SimulatedDoneMessages(),
                new SimulatedParkedMessages(),
                new SimulatedOperatorActions());
    }
}
