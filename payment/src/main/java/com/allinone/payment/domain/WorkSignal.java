package com.allinone.payment.domain;

/** Wakes whoever works on payments: there is something due. */
public interface WorkSignal {

    void wake();
}
