package com.allinone.launcher.drilling;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.demo.Ordering;
import com.allinone.launcher.demo.Ordering.Wish;
import com.allinone.launcher.home.Failure;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** A shopper who buys one piece and may think better of it. */
record Customer(JsonCalls shop) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Places an order and waits for nothing; its id. */
    String orders() throws IOException {
        return new Ordering(shop).place(Goods.MUG).orderId();
    }

    /** Places an order and waits until it is paid and ready for delivery; its id. */
    String buys(String card) throws IOException {
        var ordering = new Ordering(shop);
        var order = ordering.place(new Wish(Goods.MUG.sku(), 1, card)).orderId();
        var ended = ordering.watch(order, PATIENCE, entry -> {});
        if (!ended.path("status").asText().equals("DELIVERY_READY")) {
            throw Failure.untrue("Order %s is %s and not confirmed."
                    .formatted(order, ended.path("status").asText()));
        }
        return order;
    }

    void cancels(String order) throws IOException {
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var reply =
                shop.post("/api/v1/orders/" + order + "/cancellation", JsonNodeFactory.instance.objectNode(), headers);
        if (!reply.succeeded()) {
            throw Failure.untrue("The order could not be cancelled, %s.".formatted(reply.problem()));
        }
    }
}
