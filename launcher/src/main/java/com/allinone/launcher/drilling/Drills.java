package com.allinone.launcher.drilling;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.demo.DemoUser;
import com.allinone.launcher.demo.Ordering;
import com.allinone.launcher.demo.SignIn;
import com.allinone.launcher.operating.MessageDesk;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.processes.Processes;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** All drills there are, on one shop. */
public final class Drills {
    public static final List<String> NAMES =
            List.of("parked-message", "provider-breaker-open", "service-down", "outbox-lag", "stuck-saga");
    private final List<Drill> all;

    private Drills(List<Drill> all) {
        this.all = List.copyOf(all);
    }

    public static Drills on(Site site, Clock clock) {
        var shop = JsonCalls.to(site.ports().origin());
        var signIn = new SignIn(shop);
        var shopper = shop.as(signIn.token(DemoUser.SHOPPER));
        var operator = shop.as(signIn.token(DemoUser.OPERATOR));
        var ordering = new Ordering(shopper);
        var processes = new Processes(site.home());
        return new Drills(List.of(
                new ParkedMessageDrill(
                        MessageDesk.of(operator, "order"),
                        site.ports().kafka(),
                        UUID.randomUUID().toString(),
                        clock),
                new ProviderBreakerDrill(
                        ordering,
                        JsonCalls.to("http://127.0.0.1:" + site.ports().simulator())),
                new ServiceDownDrill(new Frozen(processes, "catalog")),
                new OutboxLagDrill(ordering, new Frozen(processes, "kafka")),
                new StuckSagaDrill(shopper, new Frozen(processes, "inventory"))));
    }

    public Drill named(String name) {
        return all.stream()
                .filter(drill -> drill.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
