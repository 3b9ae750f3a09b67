package com.allinone.chaos.faults;

import com.allinone.chaos.shop.BrokenShop;
import com.allinone.chaos.shop.Signals;
import com.allinone.chaos.shop.Wiring;
import java.time.Duration;
import java.util.Random;

/** Freezes a service for so long that Kafka gives it up, and lets it go on as if nothing had been. */
record Zombie() implements Fault {
    private static final Duration JOINED = Duration.ofSeconds(90);
    private static final Duration GIVEN_UP = Duration.ofSeconds(40);

    @Override
    public String kind() {
        return "zombie: frozen beyond the session timeout";
    }

    @Override
    public String strike(BrokenShop shop, Random random) throws Exception {
        var service = Wiring.DOUBLED.get(random.nextInt(Wiring.DOUBLED.size()));
        var process = shop.process(service);
        var group = service.equals("order") ? "order-inventory-events" : service;
        if (!Pauses.until(JOINED, () -> shop.broker().members(group) > 0)) {
            throw new WithoutEffect(service + " had not joined its group");
        }
        var begun = System.nanoTime();
        Signals.freeze(process);
        try {
            if (!Pauses.until(Duration.ofSeconds(5), () -> Signals.frozen(process))) {
                throw new WithoutEffect(service + " did not freeze");
            }
            if (!Pauses.until(GIVEN_UP, () -> shop.broker().members(group) == 0)) {
                throw new WithoutEffect("Kafka did not give %s up".formatted(service));
            }
            Pauses.between(random, 0, 2_000);
        } finally {
            Signals.thaw(process);
        }
        var seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        return "%s stood still for %d s, Kafka had given it up".formatted(service, seconds);
    }
}
