package com.allinone.chaos.invariants;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.demo.DemoUser;
import com.allinone.launcher.demo.Operating;
import com.allinone.launcher.demo.SignIn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What {@code ./shop rebuild order --verify} says: what is read of orders is what their events say. */
final class ProjectionChecks {
    private final Scene scene;

    ProjectionChecks(Scene scene) {
        this.scene = scene;
    }

    List<Invariant> check() throws IOException {
        var shop = JsonCalls.to(scene.shop().site().ports().origin());
        var operating = new Operating(shop.as(new SignIn(shop).token(DemoUser.OPERATOR)));
        var different = new ArrayList<String>();
        var orders = new AtomicLong();
        operating.verify(piece -> {
            orders.addAndGet(piece.path("orders").asLong());
            piece.path("differences")
                    .forEach(difference -> different.add("%s: %s"
                            .formatted(
                                    difference.path("orderId").asText(),
                                    difference.path("what").asText())));
        });
        if (orders.get() != scene.orders().size()) {
            different.add("%d orders were rebuilt of %d"
                    .formatted(orders.get(), scene.orders().size()));
        }
        return List.of(Invariant.of("projections rebuilt from events are equal", different, orders + " orders"));
    }
}
