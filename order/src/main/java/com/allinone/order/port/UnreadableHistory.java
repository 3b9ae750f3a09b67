package com.allinone.order.port;

import com.allinone.order.domain.OrderId;

/**
 * This release cannot read the order: a newer one wrote its last events, before it was rolled back, or they are damaged.
 * Nothing is changed; a message is parked with its key, and goes on when the newer release is back and it is redriven.
 */
public final class UnreadableHistory extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableHistory(OrderId order, String why) {
        super("Order " + order + " cannot be read by this release: " + why);
    }
}
