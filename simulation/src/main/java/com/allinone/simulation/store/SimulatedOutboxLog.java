package com.allinone.simulation.store;

import com.allinone.messaging.outbox.OutboxEntry;
import com.allinone.messaging.outbox.OutboxLog;
import com.allinone.messaging.outbox.OutboxRow;
import com.allinone.messaging.sql.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;

/** The log and the queue as two tables and a sequence. */
public final class SimulatedOutboxLog implements OutboxLog {

    private final Table<Long, OutboxEntry> log = new Table<>();
    private final Table<Long, Boolean> pending = new Table<>();
    private final Table<Boolean, Hold> hold = new Table<>();

    @Override
    public void append(Transaction transaction, List<OutboxEntry> entries) {
        OpenTransaction open = Database.of(transaction);
        for (OutboxEntry entry : entries) {
            long position = open.database().next();
            log.put(open, position, entry);
            pending.put(open, position, true);
        }
    }

    @Override
    public boolean claimed(Transaction transaction) {
        OpenTransaction open = Database.of(transaction);
        return open.database().claim(open);
    }

    @Override
    public void claimInTurn(Transaction transaction) {
        OpenTransaction open = Database.of(transaction);
        open.database().claimInTurn(open);
    }

    @Override
    public List<OutboxRow> head(Transaction transaction, int limit) {
        OpenTransaction open = Database.of(transaction);
        List<OutboxRow> head = new ArrayList<>();
        Hold held = hold.get(open, true);
        long through = held == null || held.until <= open.database().nanos() ? Long.MAX_VALUE : held.through;
        for (Long position : pending.where(open, (key, value) -> key <= through)) {
            if (head.size() == limit) {
                break;
            }
            head.add(new OutboxRow(position, Objects.requireNonNull(log.get(open, position))));
        }
        return head;
    }

    @Override
    public Optional<Positions> positions(Transaction transaction, Instant from) {
        OpenTransaction open = Database.of(transaction);
        Instant day = from.truncatedTo(ChronoUnit.DAYS);
        List<Long> all =
                log.where(open, (position, entry) -> !entry.recordedAt().isBefore(day));
        return all.isEmpty() ? Optional.empty() : Optional.of(new Positions(all.getFirst(), all.getLast()));
    }

    @Override
    public int requeue(Transaction transaction, Positions positions, Instant from, Duration length) {
        OpenTransaction open = Database.of(transaction);
        hold.put(open, true, new Hold(positions.last(), open.database().nanos() + length.toNanos()));
        int requeued = 0;
        for (Long position : log.where(
                open,
                (place, entry) -> place >= positions.first()
                        && place <= positions.last()
                        && !entry.recordedAt().isBefore(from))) {
            requeued += pending.insert(open, position, true) ? 1 : 0;
        }
        return requeued;
    }

    @Override
    public void release(Transaction transaction) {
        OpenTransaction open = Database.of(transaction);
        if (hold.get(open, true) != null) {
            hold.delete(open, true);
        }
    }

    @Override
    public void published(Transaction transaction, List<OutboxRow> rows) {
        OpenTransaction open = Database.of(transaction);
        rows.forEach(row -> pending.delete(open, row.position()));
    }

    /** What a sequence would do that is asked when the transaction begins: not what the real one does. */
    public void appendEarly(Transaction transaction, List<OutboxEntry> entries) {
        OpenTransaction open = Database.of(transaction);
        for (OutboxEntry entry : entries) {
            long position = open.early();
            log.put(open, position, entry);
            pending.put(open, position, true);
        }
    }

    /** What a head would be that leaves out what another relay has at hand: not what the real one is. */
    public List<OutboxRow> headOfTheFree(Transaction transaction, int limit) {
        OpenTransaction open = Database.of(transaction);
        List<OutboxRow> head = new ArrayList<>();
        for (Long position : pending.where(open, (key, value) -> true)) {
            if (head.size() < limit && pending.lockIfFree(open, position)) {
                head.add(new OutboxRow(position, Objects.requireNonNull(log.get(open, position))));
            }
        }
        return head;
    }

    /** Everything that was ever committed, by position. */
    public NavigableMap<Long, OutboxEntry> everything() {
        return log.committed();
    }

    /** The positions that Kafka has not acknowledged. */
    public NavigableMap<Long, Boolean> unpublished() {
        return pending.committed();
    }

    /** How far the head goes, and until when. */
    private record Hold(long through, long until) {}
}
