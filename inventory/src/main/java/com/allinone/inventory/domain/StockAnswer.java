package com.allinone.inventory.domain;

import java.time.Instant;
import java.util.List;

/** What stock tells order. */
public sealed interface StockAnswer {

    OrderId orderId();

    record StockReserved(OrderId orderId, Instant expiresAt, List<Pick> picks) implements StockAnswer {}

    record StockRejected(OrderId orderId, RejectionReason reason, List<Shortage> shortages) implements StockAnswer {}

    record StockReleased(OrderId orderId) implements StockAnswer {}

    /** Said by the clock, not by a command: the hold has outlived its expiry and stays. */
    record StockOverdue(OrderId orderId, Instant expiredAt) implements StockAnswer {}
}
