package com.allinone.payment.domain;

/**
 * Says what became of payments to whoever listens, if and when the transaction commits.
 *
 * @param <T> the open transaction
 * @param <C> a message that asked for it
 */
public interface Announcements<T, C> {

    void announce(T transaction, PaymentEvent event);

    void answer(T transaction, PaymentEvent event, C cause);
}
