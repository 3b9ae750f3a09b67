package com.allinone.payment.domain;

import java.time.Instant;
import java.util.List;

/** The payments that a worker still has to do something with, or a person. */
public interface UnresolvedPayments {

    /** By state; a state in which there are none is left out. */
    List<Count> count();

    /**
     * So many in one state.
     *
     * @param oldest when the oldest of them was asked for
     */
    record Count(String state, long payments, Instant oldest) {}
}
