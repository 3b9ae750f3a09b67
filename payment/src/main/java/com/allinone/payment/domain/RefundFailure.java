package com.allinone.payment.domain;

/** Why the money could not be given back; a person has to. */
public enum RefundFailure {
    REFUSED_BY_PROVIDER,
    FAILED_AT_BANK
}
