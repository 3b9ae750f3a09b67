package com.allinone.messaging.outbox;

import com.allinone.messaging.sql.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The log of everything that ever left, and the queue of what Kafka has not acknowledged yet. */
public interface OutboxLog {

    /** Appends to the log and to the queue, in this order; the places are taken now and not before. */
    void append(Transaction transaction, List<OutboxEntry> entries);

    /** Whether this process is the one that publishes, until the end of the transaction. */
    boolean claimed(Transaction transaction);

    /** The first rows of the queue, in order; none beyond where a republish that is under way has come to. */
    List<OutboxRow> head(Transaction transaction, int limit);

    /**
     * Waits until no relay has rows at hand and no day is being dropped, and keeps both so until the end of the
     * transaction. To be called before anything is read: what a relay took up before would leave before what is put
     * back.
     */
    void claimInTurn(Transaction transaction);

    /** The first and the last position of the days from this instant on; empty where the log has none. */
    Optional<Positions> positions(Transaction transaction, Instant from);

    /**
     * Puts the log's rows of these positions back into the queue, unless they stand there already. For so long, or
     * until {@link #release}, the queue's head ends at {@code through}: rows that are newer wait, so that per key the
     * order of publishing stays that of the log.
     *
     * @param from rows recorded before it are left out
     * @return how many were put back
     */
    int requeue(Transaction transaction, Positions positions, Instant from, Duration hold);

    /** Ends the republish: the head is what it was. */
    void release(Transaction transaction);

    /** From the first to the last, both included. */
    record Positions(long first, long last) {}

    /** Takes rows from the queue: Kafka has them. */
    void published(Transaction transaction, List<OutboxRow> rows);
}
