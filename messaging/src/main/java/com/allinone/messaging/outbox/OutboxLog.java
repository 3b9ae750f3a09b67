package com.allinone.messaging.outbox;

import com.allinone.messaging.sql.Transaction;
import java.util.List;

/** The log of everything that ever left, and the queue of what Kafka has not acknowledged yet. */
public interface OutboxLog {

    /** Appends to the log and to the queue, in this order; the places are taken now and not before. */
    void append(Transaction transaction, List<OutboxEntry> entries);

    /** Whether this process is the one that publishes, until the end of the transaction. */
    boolean claimed(Transaction transaction);

    /** The first rows of the queue, in order. */
    List<OutboxRow> head(Transaction transaction, int limit);

    /** Takes rows from the queue: Kafka has them. */
    void published(Transaction transaction, List<OutboxRow> rows);
}
