package com.allinone.payment.domain;

/** What order may ask of us. */
public sealed interface PaymentCommand {

    OrderId order();

    /** Take the money, unless it is too late or was cancelled. */
    record ChargeOrder(OrderId order, Charge charge) implements PaymentCommand {}

    /** Do not take it any more, and say for certain whether it was taken. */
    record CancelCharge(OrderId order) implements PaymentCommand {}

    /** Give back what was taken. */
    record RefundOrder(OrderId order) implements PaymentCommand {}
}
