package com.allinone.messaging.inbox;

import com.allinone.messaging.sql.Transaction;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** What each consumer has done, kept for longer than a message can come again. */
public interface DoneMessages {

    /**
     * Remembers these ids with the transaction. Waits for another transaction that has the same id at hand.
     *
     * @return those that were not remembered before
     */
    Set<UUID> remember(Transaction transaction, String consumer, Collection<UUID> ids);

    /**
     * Counts one more delivery of each of these, which were remembered before; an id that stands there twice came twice.
     * It is for people who ask what became of a message: nothing is decided by it.
     */
    default void cameAgain(Transaction transaction, String consumer, Collection<UUID> ids) {}
}
