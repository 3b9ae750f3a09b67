package com.allinone.chaos.invariants;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.demo.DemoUser;
import com.allinone.launcher.demo.Reconciliation;
import com.allinone.launcher.demo.SignIn;
import com.allinone.launcher.home.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What {@code ./shop reconcile --full} says: the shop's own comparison of all books finds nothing either. */
final class ReconciliationChecks {
    private static final String NAME = "reconciliation finds nothing";
    private static final Duration PATIENCE = Duration.ofMinutes(11);
    /** The provider's list may just have been out of reach. */
    private static final int TRIES = 3;

    private final Scene scene;

    ReconciliationChecks(Scene scene) {
        this.scene = scene;
    }

    List<Invariant> check() {
        try {
            return List.of(compared());
        } catch (Failure | IOException failed) {
            return List.of(Invariant.of(NAME, List.of(String.valueOf(failed.getMessage())), "nothing"));
        }
    }

    private Invariant compared() throws IOException {
        var shop = JsonCalls.to(scene.shop().site().ports().origin());
        var reconciliation = new Reconciliation(shop.as(new SignIn(shop).token(DemoUser.OPERATOR)));
        var round = reconciliation.watch(reconciliation.begin(true), PATIENCE, now -> {});
        for (var tries = 1; tries < TRIES && round.path("withoutProvider").asLong() > 0; tries++) {
            round = reconciliation.watch(reconciliation.begin(true), PATIENCE, now -> {});
        }
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
        if (round.path("withoutProvider").asLong() > 0) {
            found.add("the provider's list was not compared");
        }
        return Invariant.of(NAME, found, round.path("orders").asLong() + " orders");
    }
}
