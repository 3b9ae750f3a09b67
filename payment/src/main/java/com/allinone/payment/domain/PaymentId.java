package com.allinone.payment.domain;

import java.util.UUID;

/** The payment's own name, a UUIDv7. */
public record PaymentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
