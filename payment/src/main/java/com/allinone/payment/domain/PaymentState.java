package com.allinone.payment.domain;

import java.time.Instant;

/** Where a payment stands; each state holds only what is known in it. */
public sealed interface PaymentState {

    /** Asked for; the provider knows nothing that we know of, and nothing can have been taken. */
    record Requested() implements PaymentState {}

    /**
     * The provider holds an unconfirmed intent.
     *
     * @param confirms how many confirms were decided before; after the first, one may still be under way
     */
    record Created(IntentId intent, int confirms) implements PaymentState {}

    /**
     * It is decided and committed that the intent is confirmed; until the provider says more, its fate is unknown.
     *
     * @param confirms which confirm of this intent this is, from 1
     */
    record Confirming(IntentId intent, int confirms) implements PaymentState {}

    /** It shall not be taken any more; whether it was, the provider has to say. No confirm is decided from here on. */
    record Cancelling(IntentId intent, DeclineReason reason) implements PaymentState {}

    /** Nothing was taken and nothing will be. */
    record Declined(DeclineReason reason) implements PaymentState {}

    /** The money was taken. */
    record Completed(IntentId intent, Instant at) implements PaymentState {}

    /** The money is on its way back. */
    record Refunding(IntentId intent, Instant completedAt) implements PaymentState {}

    /** The money was given back. */
    record Refunded(IntentId intent, Instant completedAt, RefundId refund) implements PaymentState {}

    /** The money was taken and the provider will not give it back; a person has to. */
    record RefundFailed(IntentId intent, Instant completedAt, RefundFailure why) implements PaymentState {}

    /** Whether a worker has something to do with it. */
    default boolean wantsWork() {
        return switch (this) {
            case Requested _, Created _, Confirming _, Cancelling _, Refunding _ -> true;
            case Declined _, Completed _, Refunded _, RefundFailed _ -> false;
        };
    }

    /** The state's name for people and for the database. */
    default String label() {
        return switch (this) {
            case Requested _ -> "REQUESTED";
            case Created _ -> "CREATED";
            case Confirming _ -> "CONFIRMING";
            case Cancelling _ -> "CANCELLING";
            case Declined _ -> "DECLINED";
            case Completed _ -> "COMPLETED";
            case Refunding _ -> "REFUNDING";
            case Refunded _ -> "REFUNDED";
            case RefundFailed _ -> "REFUND_FAILED";
        };
    }
}
