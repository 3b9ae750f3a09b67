package com.allinone.payment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All payments there are.
 *
 * @param <T> the open transaction that every method works in
 */
public interface Payments<T> {

    /** Locks the payments of these orders until the transaction ends, in one global order. */
    Map<OrderId, Payment> lock(T transaction, Collection<OrderId> orders);

    Optional<Payment> lock(T transaction, PaymentId payment);

    /** Locks these payments until the transaction ends, in the order of {@link #lock(Object, Collection)}. */
    Map<PaymentId, Payment> lockAll(T transaction, Collection<PaymentId> payments);

    /**
     * Writes payments that changed, with what was booked for them, in a few statements whatever their number. Those
     * that want work are due at once.
     *
     * @param traces where the trace of a payment went on, as W3C traceparent; none keeps the old one
     */
    void write(T transaction, Collection<Step> steps, Map<PaymentId, String> traces, Instant now);

    /**
     * Leases due payments that nobody holds, the longest due first; two callers never get the same one before the
     * lease has ended.
     */
    List<Lease> lease(T transaction, Instant now, Duration length, int limit);

    /**
     * Ends a lease; the payment, if it still wants work, is due again at that time.
     *
     * @param told goes on record: what the provider said, or why it could not be asked
     */
    void release(T transaction, Lease lease, Instant dueAgain, int failures, Trail.Entry told);

    /**
     * Makes the payments of these intents due at once; tells of which it did. Those that want no work are left alone,
     * and those that somebody decides about just now: nobody is waited for.
     */
    Set<IntentId> hurry(T transaction, Collection<IntentId> intents, Instant now);
}
