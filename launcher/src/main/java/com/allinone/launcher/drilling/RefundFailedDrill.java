package com.allinone.launcher.drilling;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.demo.Operating;
import com.allinone.launcher.home.Failure;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** A shopper cancels a paid order, and the provider will not give the money back. */
final class RefundFailedDrill implements Drill {
    private final JsonCalls shopper;
    private final Operating operator;
    private final Paid paid;
    private String order = "";

    RefundFailedDrill(JsonCalls shopper, Operating operator, Paid paid) {
        this.shopper = shopper;
        this.operator = operator;
        this.paid = paid;
    }

    @Override
    public String name() {
        return "refund-failed";
    }

    @Override
    public String alert() {
        return "RefundFailed";
    }

    @Override
    public String cause() throws IOException {
        order = paid.with("tok_refund_refused");
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var reply = shopper.post(
                "/api/v1/orders/" + order + "/cancellation", JsonNodeFactory.instance.objectNode(), headers);
        if (!reply.succeeded()) {
            throw Failure.untrue("The order could not be cancelled, %s.".formatted(reply.problem()));
        }
        return "order %s was paid and cancelled; the provider refuses the refund".formatted(order);
    }

    @Override
    public String repair() throws IOException {
        if (order.isEmpty()) {
            return "there was no order yet";
        }
        operator.settle(order, "BY_HAND", "A drill: given back by transfer");
        return "the refund was settled by hand, with a note";
    }
}
