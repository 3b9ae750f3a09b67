package com.allinone.order.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered, as accepted; it never changes.
 *
 * @param lines 1 or more, of one currency
 * @param paymentMethod the payment provider's token; never card data
 * @param deadline when the order is given up if stock or money are still not certain
 */
public record PlacedOrder(
        OrderId id,
        UUID userId,
        @Nullable UUID addressId,
        String paymentMethod,
        List<OrderLine> lines,
        Instant placedAt,
        Instant deadline) {

    public PlacedOrder {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("An order has at least one line");
        }
    }

    public Money total() {
        return lines.stream().map(OrderLine::price).reduce(Money::plus).orElseThrow();
    }
}
