package com.allinone.messaging.parking;

import com.allinone.messaging.sql.Transaction;
import java.util.Collection;
import java.util.Set;

/**
 * The messages that wait for a person, by consumer and key, in the order of arrival.
 *
 * <p>Whoever appends or redrives first locks the key: a message that arrives while its key is redriven either is
 * drained with it or finds the key free.
 */
public interface ParkedMessages {

    /** Those of the keys that are parked, locked until the end of the transaction. */
    Set<String> parkedAmong(Transaction transaction, String consumer, Collection<String> keys);

    /** Parks a message and, from now on, its key; one that is parked already stays as it is. */
    void park(Transaction transaction, ParkedMessage message);
}
