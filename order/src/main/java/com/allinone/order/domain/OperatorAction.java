package com.allinone.order.domain;

import com.allinone.order.domain.OrderEvent.CancellationRequested;
import com.allinone.order.domain.OrderEvent.MarkedDelivered;
import com.allinone.order.domain.OrderEvent.MarkedShipped;
import java.util.Optional;

/** What an operator can do to an order. */
public enum OperatorAction {
    RETRY_NOW,
    CANCEL,
    MARK_SHIPPED,
    MARK_DELIVERED;

    /** What it puts to the order's state; empty where it only has its commands sent again. */
    public Optional<OrderEvent> event() {
        return switch (this) {
            case RETRY_NOW -> Optional.empty();
            case CANCEL -> Optional.of(new CancellationRequested(CancelReason.CANCELLED_BY_OPERATOR));
            case MARK_SHIPPED -> Optional.of(new MarkedShipped());
            case MARK_DELIVERED -> Optional.of(new MarkedDelivered());
        };
    }
}
