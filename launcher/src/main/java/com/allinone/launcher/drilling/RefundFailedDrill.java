package com.allinone.launcher.drilling;

import com.allinone.launcher.demo.Operating;
import java.io.IOException;

/** A shopper cancels a paid order, and the provider will not give the money back. */
final class RefundFailedDrill implements Drill {
    private final Customer customer;
    private final Operating operator;
    private String order = "";

    RefundFailedDrill(Customer customer, Operating operator) {
        this.customer = customer;
        this.operator = operator;
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
        order = customer.buys("tok_refund_refused");
        customer.cancels(order);
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
