package com.allinone.messaging.parking;

import com.allinone.messaging.sql.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The messages that wait for a person, by consumer and key.
 *
 * <p>Whoever appends, redrives or discards first locks the key: a message that arrives while its key is redriven either
 * is drained with it or finds the key free.
 *
 * <p>The messages of a key are in the order of (topic, {@link ParkedMessage#sequence}, place). Within a topic that is
 * the order of their publisher's commits, whatever Kafka did: duplicates of a relay that was frozen, offsets that began
 * again after its log was lost, a log published anew. Between topics there is no order: none of them can be an answer to
 * a message that was not handled yet.
 */
public interface ParkedMessages {

    /** Those of the keys that are parked, locked until the end of the transaction. */
    Set<String> parkedAmong(Transaction transaction, String consumer, Collection<String> keys);

    /**
     * Parks a message and, from now on, its key; one that is parked already stays as it is. The same message is the one
     * with the same id or, where it has none, the same record: topic, partition, offset and timestamp.
     */
    void park(Transaction transaction, ParkedMessage message);

    /** The first messages of a key that the caller has locked, in order. */
    List<ParkedRow> first(Transaction transaction, String consumer, String key, int limit);

    /** One message of a key that the caller has locked. */
    Optional<ParkedRow> find(Transaction transaction, String consumer, String key, long place);

    /**
     * Takes messages from a key that the caller has locked, and frees the key with its last one.
     *
     * @return how many are left
     */
    long remove(Transaction transaction, String consumer, String key, Collection<Long> places);

    /** Notes that a message of a key that the caller has locked failed again, and why. */
    void failedAgain(Transaction transaction, String consumer, long place, String error);
}
