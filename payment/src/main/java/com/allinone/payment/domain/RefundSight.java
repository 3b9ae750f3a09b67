package com.allinone.payment.domain;

/** What the provider says of giving money back. */
public sealed interface RefundSight {

    record Given(RefundId refund) implements RefundSight {}

    record OnItsWay(RefundId refund) implements RefundSight {}

    record NotGiven(RefundFailure why) implements RefundSight {}
}
