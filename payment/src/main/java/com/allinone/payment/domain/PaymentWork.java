package com.allinone.payment.domain;

import java.util.Optional;

/** One thing to be done with a payment, outside any transaction. */
public interface PaymentWork {

    /** Whether it knows what to do in this state; exactly one work takes each state that wants any. */
    boolean takes(PaymentState state);

    /**
     * Does it.
     *
     * @return the payment after it, or nothing when there is no progress to be made just now
     * @throws ProviderUnavailable when the provider is of no help; it is tried again later
     */
    Optional<Payment> work(Payment payment, int failures);
}
