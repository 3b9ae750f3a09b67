package com.allinone.simulation.store;

import com.allinone.messaging.parking.ParkedMessage;
import com.allinone.messaging.parking.ParkedMessages;
import com.allinone.messaging.parking.ParkedRow;
import com.allinone.messaging.sql.Transaction;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parked keys and parked messages as two tables, and a third one that knows each message by what tells it apart. */
public final class SimulatedParkedMessages implements ParkedMessages {

    private static final Comparator<ParkedRow> ORDER = Comparator.comparing(
                    (ParkedRow row) -> row.message().topic())
            .thenComparing(
                    row -> row.message().sequence(), Comparator.nullsFirst(Comparator.<@Nullable Long>naturalOrder()))
            .thenComparingLong(ParkedRow::place);

    private final Table<String, Boolean> keys = new Table<>();
    private final Table<Long, ParkedRow> messages = new Table<>();
    private final Table<String, Boolean> identities = new Table<>();

    @Override
    public Set<String> parkedAmong(Transaction transaction, String consumer, Collection<String> keys) {
        OpenTransaction open = Database.of(transaction);
        List<String> wanted = keys.stream().map(key -> consumer + "/" + key).toList();
        Set<String> parked = new HashSet<>();
        this.keys.lock(open, wanted).keySet().forEach(key -> parked.add(key.substring(consumer.length() + 1)));
        return parked;
    }

    @Override
    public void park(Transaction transaction, ParkedMessage message) {
        OpenTransaction open = Database.of(transaction);
        keys.put(open, message.consumer() + "/" + message.key(), true);
        append(Database.of(transaction), message);
    }

    @Override
    public List<ParkedRow> first(Transaction transaction, String consumer, String key, int limit) {
        OpenTransaction open = Database.of(transaction);
        return of(open, consumer, key).stream().sorted(ORDER).limit(limit).toList();
    }

    @Override
    public Optional<ParkedRow> find(Transaction transaction, String consumer, String key, long place) {
        OpenTransaction open = Database.of(transaction);
        return of(open, consumer, key).stream()
                .filter(row -> row.place() == place)
                .findFirst();
    }

    @Override
    public long remove(Transaction transaction, String consumer, String key, Collection<Long> places) {
        OpenTransaction open = Database.of(transaction);
        for (ParkedRow row : of(open, consumer, key)) {
            if (places.contains(row.place())) {
                identities.delete(open, identity(row.message()));
                messages.delete(open, row.place());
            }
        }
        Database.of(transaction);
        long left = of(open, consumer, key).size();
        if (left == 0) {
            Database.of(transaction);
            keys.delete(open, consumer + "/" + key);
        }
        return left;
    }

    @Override
    public void failedAgain(Transaction transaction, String consumer, long place, String error) {
        OpenTransaction open = Database.of(transaction);
        ParkedRow row = messages.get(open, place);
        if (row != null) {
            messages.put(open, place, new ParkedRow(place, row.attempts() + 1, row.message()));
        }
    }

    /** Those of the keys that are parked as far as is seen without a lock: not what a batch may ask. */
    public Set<String> glanceAt(Transaction transaction, String consumer, Collection<String> keys) {
        OpenTransaction open = Database.of(transaction);
        Set<String> parked = new HashSet<>(keys);
        parked.removeIf(key -> this.keys.get(open, consumer + "/" + key) == null);
        return parked;
    }

    /** Parks behind what is believed to be parked, without the key: not what a batch may do. */
    public void parkBehind(Transaction transaction, ParkedMessage message) {
        append(Database.of(transaction), message);
    }

    /** Everything that waits for a person. */
    public NavigableMap<Long, ParkedRow> everything() {
        return messages.committed();
    }

    /** The keys that are parked, as consumer and key. */
    public Set<String> keys() {
        return keys.committed().keySet();
    }

    private void append(OpenTransaction open, ParkedMessage message) {
        if (identities.insert(open, identity(message), true)) {
            long place = open.database().next();
            messages.put(open, place, new ParkedRow(place, 0, message));
        }
    }

    private List<ParkedRow> of(OpenTransaction open, String consumer, String key) {
        return messages
                .where(
                        open,
                        (place, row) -> row.message().consumer().equals(consumer)
                                && row.message().key().equals(key))
                .stream()
                .map(place -> Objects.requireNonNull(messages.get(open, place)))
                .toList();
    }

    private static String identity(ParkedMessage message) {
        return message.consumer()
                + "/"
                + (message.id() == null
                        ? message.topic() + "/" + message.partition() + "/" + message.offset() + "/"
                                + message.timestamp()
                        : message.id());
    }
}
