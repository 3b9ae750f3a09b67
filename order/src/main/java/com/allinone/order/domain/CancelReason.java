package com.allinone.order.domain;

/** Why an order was given up. */
public enum CancelReason {
    OUT_OF_STOCK,
    PAYMENT_DECLINED,
    CANCELLED_BY_SHOPPER,
    CANCELLED_BY_OPERATOR,
    DEADLINE_PASSED
}
