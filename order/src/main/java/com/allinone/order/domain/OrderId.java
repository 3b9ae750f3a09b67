package com.allinone.order.domain;

import java.util.UUID;

/** The id of an order, a UUIDv7; also the key of its messages. */
public record OrderId(UUID value) implements Comparable<OrderId> {

    @Override
    public int compareTo(OrderId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
