package com.allinone.simulation.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Rows by key, with PostgreSQL's rules at READ COMMITTED: a reader sees what is committed and what it wrote itself; a
 * writer or locker waits for the row's holder and then sees what that one left; an insert waits for another insert of
 * its key.
 *
 * @param <V> immutable
 */
public final class Table<K extends Comparable<? super K>, V> {

    private final NavigableMap<K, V> committed = new TreeMap<>();
    private final Map<K, OpenTransaction> holders = new HashMap<>();
    private final Map<OpenTransaction, NavigableMap<K, Optional<V>>> written = new HashMap<>();

    /** What the transaction sees under this key. */
    @Nullable
    V get(OpenTransaction transaction, K key) {
        Optional<V> own = mine(transaction).get(key);
        return own == null ? committed.get(key) : own.orElse(null);
    }

    /** Everything that is committed. */
    public NavigableMap<K, V> committed() {
        return committed;
    }

    /** The keys of the rows that the transaction sees and that are so, in order. */
    List<K> where(OpenTransaction transaction, BiPredicate<K, V> so) {
        TreeSet<K> keys = new TreeSet<>(committed.keySet());
        keys.addAll(mine(transaction).keySet());
        List<K> found = new ArrayList<>();
        for (K key : keys) {
            V value = get(transaction, key);
            if (value != null && so.test(key, value)) {
                found.add(key);
            }
        }
        return found;
    }

    /** Locks those of the keys that there are when it begins, in their order; the values as they are under the lock. */
    NavigableMap<K, V> lock(OpenTransaction transaction, Iterable<K> keys) {
        TreeSet<K> there = new TreeSet<>();
        for (K key : keys) {
            if (get(transaction, key) != null) {
                there.add(key);
            }
        }
        NavigableMap<K, V> locked = new TreeMap<>();
        for (K key : there) {
            hold(transaction, key);
            V value = get(transaction, key);
            if (value != null) {
                locked.put(key, value);
            }
        }
        return locked;
    }

    /** Locks the row unless another transaction has it. */
    boolean lockIfFree(OpenTransaction transaction, K key) {
        OpenTransaction holder = holders.get(key);
        if (holder != null && holder != transaction) {
            return false;
        }
        holders.put(key, transaction);
        transaction.touch(this);
        return true;
    }

    /** Whether the row is new; where another transaction is writing it, that one's end decides. */
    boolean insert(OpenTransaction transaction, K key, V value) {
        for (OpenTransaction writer = writer(transaction, key); writer != null; writer = writer(transaction, key)) {
            transaction.waitFor(writer);
        }
        if (get(transaction, key) != null) {
            return false;
        }
        hold(transaction, key);
        if (get(transaction, key) != null) {
            return false;
        }
        write(transaction, key, Optional.of(value));
        return true;
    }

    void put(OpenTransaction transaction, K key, V value) {
        hold(transaction, key);
        write(transaction, key, Optional.of(value));
    }

    void delete(OpenTransaction transaction, K key) {
        hold(transaction, key);
        write(transaction, key, Optional.empty());
    }

    void commit(OpenTransaction transaction) {
        mine(transaction)
                .forEach((key, value) ->
                        value.ifPresentOrElse(present -> committed.put(key, present), () -> committed.remove(key)));
        rollback(transaction);
    }

    void rollback(OpenTransaction transaction) {
        written.remove(transaction);
        holders.values().removeIf(holder -> Objects.equals(holder, transaction));
    }

    private void hold(OpenTransaction transaction, K key) {
        while (true) {
            OpenTransaction holder = holders.get(key);
            if (holder == null || holder == transaction) {
                holders.put(key, transaction);
                transaction.touch(this);
                return;
            }
            transaction.waitFor(holder);
        }
    }

    /** Another transaction that has written the row and is still open. */
    private @Nullable OpenTransaction writer(OpenTransaction transaction, K key) {
        OpenTransaction holder = holders.get(key);
        return holder != null && holder != transaction && mine(holder).containsKey(key) ? holder : null;
    }

    private void write(OpenTransaction transaction, K key, Optional<V> value) {
        written.computeIfAbsent(transaction, none -> new TreeMap<>()).put(key, value);
    }

    private NavigableMap<K, Optional<V>> mine(OpenTransaction transaction) {
        return written.getOrDefault(transaction, new TreeMap<>());
    }
}
