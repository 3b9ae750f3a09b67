package com.allinone.order.domain;

/** What a step of the saga says to the others. */
public enum FulfilmentMessage {
    RESERVE_STOCK,
    RELEASE_STOCK,
    COMMIT_STOCK,
    SHIP_STOCK,
    CHARGE_PAYMENT,
    CANCEL_PAYMENT,
    REFUND_PAYMENT,
    ORDER_PLACED,
    ORDER_CONFIRMED,
    ORDER_CANCELLED,
    DELIVERY_READY,
    ORDER_SHIPPED,
    ORDER_DELIVERED
}
