package com.allinone.chaos.faults;

import com.allinone.chaos.shop.BrokenShop;
import com.allinone.chaos.shop.Signals;
import com.allinone.chaos.shop.Wiring;
import java.time.Duration;
import java.util.Random;

/**
 * A second replica joins and shares the work. Then the first one is frozen until the second has taken everything over,
 * or whoever holds the relay's lock is killed; in the end the second is killed.
 */
record SecondReplica() implements Fault {
    private static final Duration JOINED = Duration.ofSeconds(90);

    @Override
    public String kind() {
        return "second replica, and a failover";
    }

    @Override
    public String strike(BrokenShop shop, Random random) throws Exception {
        var service = Wiring.DOUBLED.get(random.nextInt(Wiring.DOUBLED.size()));
        var second = Wiring.second(service);
        var group = service.equals("order") ? "order-inventory-events" : service;
        shop.start(second);
        try {
            if (!Pauses.until(JOINED, () -> shop.broker().members(group) == 2)) {
                throw new WithoutEffect("the second " + service + " was not seen in its group");
            }
            Pauses.between(random, 1_000, 3_000);
            return random.nextBoolean() ? freezeFirst(shop, service, second) : killHolder(shop, service, second);
        } finally {
            if (shop.find(second).isPresent()) {
                shop.kill(second);
            }
        }
    }

    private static String freezeFirst(BrokenShop shop, String service, String second) throws Exception {
        var first = shop.process(service);
        Signals.freeze(first);
        try {
            RelayLock.awaitHolder(shop, service, second);
            // Longer than Kafka's session timeout: the partitions change hands as well, and the first wakes up a
            // zombie.
            Pauses.seconds(12);
        } finally {
            Signals.thaw(first);
        }
        Pauses.seconds(2);
        return "%s stood still, %s took its relay and partitions, both went on".formatted(service, second);
    }

    private static String killHolder(BrokenShop shop, String service, String second) throws Exception {
        var holder = RelayLock.awaitHolder(shop, service);
        var other = holder.equals(second) ? service : second;
        shop.kill(holder);
        RelayLock.awaitHolder(shop, service, other);
        if (holder.equals(service)) {
            shop.start(service);
        }
        return "%s held the relay's lock and was killed, %s took it".formatted(holder, other);
    }
}
