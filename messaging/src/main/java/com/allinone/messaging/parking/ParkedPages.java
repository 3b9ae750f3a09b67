package com.allinone.messaging.parking;

import com.allinone.messaging.sql.Transaction;
import java.util.List;
import java.util.Optional;

/** What is parked, to look at: without locks, a page at a time. */
public interface ParkedPages {

    /**
     * Parked keys in the order in which they were parked.
     *
     * @param consumer only its keys; empty for every consumer's
     * @param after the number of the key that the last page ended with; 0 for the first page
     */
    List<ParkedKey> keys(Transaction transaction, Optional<String> consumer, long after, int limit);

    /** The first messages of a key, in the order in which they are handled. */
    List<ParkedRow> messages(Transaction transaction, String consumer, String key, int limit);

    /** One message. */
    Optional<ParkedRow> message(Transaction transaction, String consumer, String key, long place);

    /** How much of each consumer is parked; one of whom nothing is may be left out. */
    List<Count> counts(Transaction transaction);

    /** Keys and messages of one consumer. */
    record Count(String consumer, long keys, long messages) {}
}
