package com.allinone.chaos.faults;

import com.allinone.chaos.shop.BrokenShop;
import com.allinone.chaos.shop.Wiring;
import java.util.Random;

/** Kills the process that publishes, while it holds the relay's lock. */
record KillRelayHolder() implements Fault {
    @Override
    public String kind() {
        return "kill -9 relay holder";
    }

    @Override
    public String strike(BrokenShop shop, Random random) throws Exception {
        var service = Wiring.DOUBLED.get(random.nextInt(Wiring.DOUBLED.size()));
        var holder = RelayLock.awaitHolder(shop, service);
        shop.kill(holder);
        Pauses.between(random, 500, 2_500);
        shop.start(holder);
        return "%s held the relay's lock when it was killed".formatted(holder);
    }
}
