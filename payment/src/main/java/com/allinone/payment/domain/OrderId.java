package com.allinone.payment.domain;

import java.util.UUID;

/** The order that is paid. */
public record OrderId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
