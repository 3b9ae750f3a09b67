package com.allinone.messaging.inbox;

import com.allinone.messaging.operating.Mandate;
import com.allinone.messaging.operating.OperatorAction;
import com.allinone.messaging.operating.OperatorAction.Kind;
import com.allinone.messaging.operating.OperatorActions;
import com.allinone.messaging.parking.ParkedMessage;
import com.allinone.messaging.parking.ParkedMessages;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * Gives one parked message up, because a person said so and why. The message itself is kept with their word; the inbox
 * remembers its id, so that a duplicate of it, or its being published again, does not bring it back.
 */
@ApplicationScoped
public class Discarding {

    private final Transactions transactions;
    private final ParkedMessages parked;
    private final DoneMessages done;
    private final OperatorActions actions;
    private final InboxMetrics metrics;
    private final InboxConfig config;
    private final Clock clock;

    public Discarding(
            Transactions transactions,
            ParkedMessages parked,
            DoneMessages done,
            OperatorActions actions,
            InboxMetrics metrics,
            InboxConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.parked = parked;
        this.done = done;
        this.actions = actions;
        this.metrics = metrics;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Discards a message; its key is free when it was the last.
     *
     * @return how many messages of the key are left; empty when there is no such message
     */
    public OptionalLong discard(String consumer, String key, long place, Mandate mandate) {
        if (mandate.reason().isBlank()) {
            throw new IllegalArgumentException("A message is discarded for a reason");
        }
        return transactions.call(transaction -> discard(transaction, consumer, key, place, mandate));
    }

    private OptionalLong discard(Transaction transaction, String consumer, String key, long place, Mandate mandate) {
        boolean locked = !parked.parkedAmong(transaction, consumer, Set.of(key)).isEmpty();
        Optional<ParkedMessage> found =
                locked ? parked.find(transaction, consumer, key, place).map(row -> row.message()) : Optional.empty();
        if (found.isEmpty()) {
            return OptionalLong.empty();
        }
        ParkedMessage message = found.get();
        UUID id = message.id();
        if (id != null && rememberable(id)) {
            done.remember(transaction, consumer, Set.of(id));
        }
        long left = parked.remove(transaction, consumer, key, Set.of(place));
        actions.record(
                transaction,
                new OperatorAction(
                        Kind.DISCARD, mandate, clock.instant(), consumer, key, outcome(message, place, left), message));
        transaction.afterCommit(() -> metrics.discarded(consumer));
        return OptionalLong.of(left);
    }

    /** Whether the inbox has a day for the id; one of another day would be parked again if it came again. */
    private boolean rememberable(UUID id) {
        Instant made = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
        Instant now = clock.instant();
        return made.isAfter(now.minus(config.retention())) && made.isBefore(now.plus(InboxConfig.AHEAD));
    }

    private static String outcome(ParkedMessage message, long place, long left) {
        return "Discarded message " + place + " (" + (message.type() == null ? "unreadable" : message.type()) + ", id "
                + message.id() + ", " + message.topic() + " " + message.partition() + "/" + message.offset() + "), "
                + left + " left; it had failed: " + message.error();
    }
}
