package com.allinone.payment.domain;

import java.util.List;

/**
 * The memory of what operators decided about refunds; it is written with what they decided, and never changed.
 *
 * @param <T> the open transaction
 */
public interface Settlements<T> {

    void record(T transaction, Settlement settlement);

    /** Of one payment, in the order of deciding; at most 100. */
    List<Settlement> of(T transaction, PaymentId payment);
}
