package com.allinone.payment.domain;

import java.time.Instant;

/** What became of a payment. */
public sealed interface PaymentEvent {

    PaymentId payment();

    OrderId order();

    record PaymentCompleted(PaymentId payment, OrderId order, Money money, Instant at) implements PaymentEvent {}

    record PaymentDeclined(PaymentId payment, OrderId order, DeclineReason reason) implements PaymentEvent {}

    record PaymentRefunded(PaymentId payment, OrderId order, RefundId refund, Money money) implements PaymentEvent {}

    record PaymentRefundFailed(PaymentId payment, OrderId order, RefundFailure why) implements PaymentEvent {}
}
