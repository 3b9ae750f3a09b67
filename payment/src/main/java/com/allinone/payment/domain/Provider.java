package com.allinone.payment.domain;

import java.util.Optional;

/**
 * Who takes and gives back money. Every call may take as long as its bound and then fail with
 * {@link ProviderUnavailable}, which says nothing of what the provider did. An answer that contradicts our books is an
 * {@link IllegalStateException}: a person has to look.
 */
public interface Provider {

    /**
     * Makes an unconfirmed intent; nothing is taken. Made twice, one of the two is never confirmed.
     *
     * @param attempt counts the tries, so that the saved answer of a failed one is not replayed
     */
    Creation create(Payment payment, int attempt);

    /**
     * Takes the money, once per intent.
     *
     * @param confirms which confirm of this intent it is; each has a key of its own
     */
    IntentSight confirm(PaymentId payment, IntentId intent, int confirms);

    /** Looks; changes nothing. */
    IntentSight look(IntentId intent);

    /** Closes an intent unless it is too late for that; tells which. */
    IntentSight cancel(IntentId intent);

    /** What is known of giving an intent's money back; a failed try counts as none. */
    Optional<RefundSight> refundOf(IntentId intent);

    /**
     * Gives all of it back.
     *
     * @param attempt counts the tries of this version of the payment: neither a try that failed nor one that a person
     *     orders afterwards is answered from what the provider saved
     */
    RefundSight refund(Payment payment, IntentId intent, int attempt);

    /** What came of asking for an intent. */
    sealed interface Creation {
        record Made(IntentId intent) implements Creation {}

        record Refused(DeclineReason reason) implements Creation {}
    }
}
