package com.allinone.launcher.drilling;

import com.allinone.launcher.demo.Ordering;
import com.allinone.launcher.demo.Ordering.Wish;
import com.allinone.launcher.home.Failure;
import java.io.IOException;
import java.time.Duration;

/** Orders that are paid and ready for delivery. */
record Paid(Ordering ordering) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Places one and waits until it is confirmed; its id. */
    String with(String card) throws IOException {
        var order = ordering.place(new Wish(Goods.MUG.sku(), 1, card)).orderId();
        var ended = ordering.watch(order, PATIENCE, entry -> {});
        if (!ended.path("status").asText().equals("DELIVERY_READY")) {
            throw Failure.untrue("Order %s is %s and not confirmed."
                    .formatted(order, ended.path("status").asText()));
        }
        return order;
    }
}
