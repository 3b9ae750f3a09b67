package com.allinone.order.domain;

import java.util.Optional;

/** A saga's state as it is shown. {@code DELIVERY_READY} is the state Confirmed. */
public enum OrderStatus {
    AWAITING_STOCK("stock", true),
    AWAITING_PAYMENT("payment", true),
    AWAITING_PAYMENT_FATE("payment", false),
    RELEASING("stock", false),
    UNWINDING("refund", false),
    REFUND_BY_HAND("operator", false),
    CANCELLED("", false),
    DELIVERY_READY("", false),
    SHIPPED("", false),
    DELIVERED("", false);

    private final String waitsFor;
    private final boolean givesUpAtDeadline;

    OrderStatus(String waitsFor, boolean givesUpAtDeadline) {
        this.waitsFor = waitsFor;
        this.givesUpAtDeadline = givesUpAtDeadline;
    }

    /** What has to happen before the order goes on by itself; empty where it does not have to. */
    public Optional<String> waitsFor() {
        return waitsFor.isEmpty() ? Optional.empty() : Optional.of(waitsFor);
    }

    /** Whether the order is given up when its deadline passes in this state. */
    public boolean givesUpAtDeadline() {
        return givesUpAtDeadline;
    }

    /** Whether nothing can follow. */
    public boolean last() {
        return this == CANCELLED || this == DELIVERED;
    }
}
