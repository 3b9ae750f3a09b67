package com.allinone.endtoend.crashing;

import com.allinone.endtoend.people.Order;
import com.allinone.endtoend.people.Shopper;
import org.jspecify.annotations.Nullable;

/** A refund that the provider will not make, and an operator who gives the money back by hand; a step a call. */
final class Settling {

    private static final String NEVER_REFUNDED = "tok_refund_refused";

    private final Trade trade;
    private @Nullable Order order;

    Settling(Trade trade) {
        this.trade = trade;
    }

    void goesOn() {
        Order current = order;
        if (current == null) {
            order = trade.shopper().orders(trade.product(), 1, NEVER_REFUNDED);
            return;
        }
        switch (current.status()) {
            case "DELIVERY_READY" -> current.shopper().cancels(current);
            case "REFUND_BY_HAND" -> settles(current);
            case "CANCELLED" -> order = null;
            default -> {}
        }
    }

    private void settles(Order current) {
        trade.operator()
                .client()
                .post(
                        "/api/v1/payment/payments/" + current.id() + "/refund-settlements",
                        "{\"action\": \"BY_HAND\", \"note\": \"a transfer\"}",
                        "Idempotency-Key",
                        Shopper.newKey());
    }

    /** No order may be left that waits for a person. */
    boolean isOver() {
        if (order != null) {
            goesOn();
        }
        return order == null;
    }
}
