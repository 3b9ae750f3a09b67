package com.allinone.chaos.invariants;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.demo.DemoUser;
import com.allinone.launcher.demo.Reconciliation;
import com.allinone.launcher.demo.SignIn;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What {@code ./shop reconcile --full} says: the shop's own comparison of all books finds nothing either. */
final class ReconciliationChecks {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private final Scene scene;

    ReconciliationChecks(Scene scene) {
        this.scene = scene;
    }

    List<Invariant> check() throws IOException {
        var shop = JsonCalls.to(scene.shop().site().ports().origin());
        var reconciliation = new Reconciliation(shop.as(new SignIn(shop).token(DemoUser.OPERATOR)));
        var round = reconciliation.watch(reconciliation.begin(true), PATIENCE, now -> {});
        var found = new ArrayList<String>();
        round.path("byKind")
                .properties()
                .forEach(kind -> found.add(
                        "%s: %d".formatted(kind.getKey(), kind.getValue().asLong())));
        if (!round.path("state").asText().equals("DONE")) {
            found.add("the round ended " + round.path("state").asText());
        }
        if (round.path("orders").asLong() < scene.orders().size()) {
            found.add("%d orders were compared of %d"
                    .formatted(round.path("orders").asLong(), scene.orders().size()));
        }
        return List.of(Invariant.of(
                "reconciliation finds nothing", found, round.path("orders").asLong() + " orders"));
    }
}
