package com.allinone.payment.domain;

/** Why nothing was taken. */
public enum DeclineReason {
    CARD_DECLINED,
    INSUFFICIENT_FUNDS,
    /** The bank wants to see the shopper, who is not there. */
    ACTION_REQUIRED,
    INVALID_PAYMENT_METHOD,
    /** Order asked for the cancel before it was taken. */
    CANCELLED,
    /** The time to take it had passed. */
    TOO_LATE
}
