package com.allinone.payment.domain;

/** Names payments. */
public interface PaymentIds {

    PaymentId next();
}
