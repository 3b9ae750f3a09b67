package com.allinone.payment.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where payments are picked up, changed and put back; each method is one transaction. */
public interface Desk {

    /**
     * Locks a payment, decides, writes, books and announces.
     *
     * @return the changed payment once that is committed; nothing where the decision was to leave it
     */
    Optional<Payment> decide(PaymentId payment, Function<Payment, Step> decision);

    /** Up to {@code limit} payments that are due, each for this caller alone until its lease ends. */
    List<Lease> lease(Duration length, int limit);

    /**
     * Puts a payment back; if it still wants work it is due again after the pause.
     *
     * @param answer what the provider said, or why it could not be asked; it goes on record
     */
    void release(Lease lease, Duration pause, int failures, String answer);
}
