package com.allinone.messaging.operating;

import com.allinone.messaging.sql.Transaction;

/** The memory of what people did; it is written with what they did, and never changed. */
@FunctionalInterface
public interface OperatorActions {

    void record(Transaction transaction, OperatorAction action);
}
