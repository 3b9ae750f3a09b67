package com.allinone.payment.domain;

/** What the provider says of an intent, at the moment it was asked. */
public sealed interface IntentSight {

    /** Not confirmed, as far as it knows; a confirm that is under way may still arrive. */
    record Unconfirmed() implements IntentSight {}

    /** It is working on it. */
    record Processing() implements IntentSight {}

    /** The bank refused; the intent itself is still open. */
    record Refused(DeclineReason reason) implements IntentSight {}

    /**
     * Taken.
     *
     * @param received in minor units
     */
    record Succeeded(long received) implements IntentSight {}

    /** Closed for ever; nothing was taken. */
    record Canceled() implements IntentSight {}
}
