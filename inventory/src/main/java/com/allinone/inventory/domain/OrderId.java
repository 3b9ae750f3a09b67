package com.allinone.inventory.domain;

import java.util.UUID;

/** The order that goods are kept for; made by the order service. */
public record OrderId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
