package com.allinone.payment.domain;

import java.util.UUID;

/** Who pays; nothing but an opaque id. */
public record ShopperId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
