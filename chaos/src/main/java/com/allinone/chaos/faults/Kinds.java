package com.allinone.chaos.faults;

import com.allinone.chaos.faults.Connections.How;
import com.allinone.chaos.shop.Wiring;
import com.allinone.launcher.parts.Service;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Every kind of fault there is, and the draw of those of a run. */
public final class Kinds {
    private Kinds() {}

    public static List<Fault> all() {
        var all = new ArrayList<Fault>();
        Service.NAMES.forEach(service -> all.add(new Kill(service)));
        for (var part : List.of(Wiring.POSTGRES, Wiring.KAFKA, Wiring.KEYCLOAK, Wiring.INGRESS, Wiring.PROVIDER)) {
            all.add(new Kill(part));
        }
        for (var how : How.values()) {
            all.add(new Connections(how));
        }
        all.add(new KillRelayHolder());
        all.add(new Zombie());
        all.add(new SecondReplica());
        all.add(new RollingRestart());
        all.add(new ProviderFaults());
        all.add(new KafkaLogDeleted());
        all.add(new ClockShifted());
        all.add(new FrozenInTransaction());
        all.add(new DiskFull(Wiring.POSTGRES));
        all.add(new DiskFull(Wiring.KAFKA));
        all.add(new Duplicates());
        all.add(new Poison());
        return all;
    }

    /** Each kind once in the order of the draw, then more of them until there are enough. */
    public static List<Fault> draw(int count, Random random) {
        var drawn = new ArrayList<Fault>();
        while (drawn.size() < count) {
            var round = new ArrayList<>(all());
            Collections.shuffle(round, random);
            drawn.addAll(round.subList(0, Math.min(round.size(), count - drawn.size())));
        }
        return drawn;
    }
}
