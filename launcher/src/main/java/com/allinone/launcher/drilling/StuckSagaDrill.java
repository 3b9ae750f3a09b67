package com.allinone.launcher.drilling;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.demo.Ordering;
import com.allinone.launcher.home.Failure;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** Inventory stands still; an order that its shopper cancels cannot give its stock back. */
record StuckSagaDrill(JsonCalls shopper, Frozen inventory) implements Drill {
    @Override
    public String name() {
        return "stuck-saga";
    }

    @Override
    public String alert() {
        return "StuckSaga";
    }

    @Override
    public String cause() throws IOException {
        inventory.freeze();
        var order = new Ordering(shopper).place(Goods.MUG).orderId();
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var reply = shopper.post(
                "/api/v1/orders/" + order + "/cancellation", JsonNodeFactory.instance.objectNode(), headers);
        if (!reply.succeeded()) {
            throw Failure.untrue("The order could not be cancelled, %s.".formatted(reply.problem()));
        }
        return "inventory stands still; order %s was cancelled and waits for its stock to be released".formatted(order);
    }

    @Override
    public String repair() throws IOException {
        inventory.thaw();
        return "inventory goes on; the saga asked again by itself, and now it is answered";
    }
}
