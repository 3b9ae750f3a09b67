package com.allinone.messaging;

import com.allinone.messaging.sql.Transaction;
import java.util.List;
import java.util.Set;

/**
 * Turns a batch of messages into effects, in one transaction.
 *
 * <p>The batch is in the order of arrival, per key the order of sending; duplicates have been dropped. Whatever is
 * thrown undoes the whole batch: a failure of the infrastructure is tried again for ever, any other one is narrowed
 * down by halving until the guilty message stands alone, and that one is parked.
 */
public interface MessageHandler {

    /** The name under which the inbox remembers what was done; unique in its service, never changed. */
    String consumer();

    /** The types it acts on. */
    Set<String> handles();

    /** The types it knows and does not need. Any type in neither set is parked. */
    Set<String> ignores();

    void handle(Transaction transaction, List<IncomingMessage> messages);
}
