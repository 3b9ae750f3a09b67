package com.allinone.simulation.bugs;

import com.allinone.messaging.outbox.OutboxEntry;
import com.allinone.messaging.outbox.OutboxLog;
import com.allinone.messaging.outbox.OutboxRow;
import com.allinone.messaging.sql.Transaction;
import com.allinone.simulation.store.OpenTransaction;
import com.allinone.simulation.store.SimulatedOutboxLog;
import com.allinone.simulation.world.Life;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An outbox that does what another one does; what is wrong with it is what a subclass changes. */
class Relaying implements OutboxLog {

    final OutboxLog log;

    Relaying(OutboxLog log) {
        this.log = log;
    }

    @Override
    public void append(Transaction transaction, List<OutboxEntry> entries) {
        log.append(transaction, entries);
    }

    @Override
    public boolean claimed(Transaction transaction) {
        return log.claimed(transaction);
    }

    @Override
    public void claimInTurn(Transaction transaction) {
        log.claimInTurn(transaction);
    }

    @Override
    public List<OutboxRow> head(Transaction transaction, int limit) {
        return log.head(transaction, limit);
    }

    @Override
    public Optional<Positions> positions(Transaction transaction, Instant from) {
        return log.positions(transaction, from);
    }

    @Override
    public int requeue(Transaction transaction, Positions positions, Instant from, Duration hold) {
        return log.requeue(transaction, positions, from, hold);
    }

    @Override
    public void release(Transaction transaction) {
        log.release(transaction);
    }

    @Override
    public void published(Transaction transaction, List<OutboxRow> rows) {
        log.published(transaction, rows);
    }

    /** Any number of relays at once, each with the rows that the others do not have at hand. */
    static final class WithoutTheLock extends Relaying {

        private static final int FEW = 2;

        WithoutTheLock(OutboxLog log) {
            super(log);
        }

        @Override
        public boolean claimed(Transaction transaction) {
            return true;
        }

        @Override
        public List<OutboxRow> head(Transaction transaction, int limit) {
            return ((SimulatedOutboxLog) log).headOfTheFree(transaction, FEW);
        }
    }

    /** The queue is emptied by a commit of its own, and then published. */
    static final class PublishedBeforehand extends Relaying {

        PublishedBeforehand(OutboxLog log) {
            super(log);
        }

        @Override
        public List<OutboxRow> head(Transaction transaction, int limit) {
            List<OutboxRow> head = log.head(transaction, limit);
            OpenTransaction other = ((OpenTransaction) transaction).database().begin(new Life("another connection"));
            log.published(other, head);
            other.commit();
            return head;
        }

        @Override
        public void published(Transaction transaction, List<OutboxRow> rows) {}
    }

    /** Rows are put back while a relay still has later ones at hand. */
    static final class PutBackBeside extends Relaying {

        PutBackBeside(OutboxLog log) {
            super(log);
        }

        @Override
        public void claimInTurn(Transaction transaction) {}
    }

    /** Places are taken when the transaction begins. */
    static final class OutOfOrder extends Relaying {

        OutOfOrder(OutboxLog log) {
            super(log);
        }

        @Override
        public void append(Transaction transaction, List<OutboxEntry> entries) {
            ((SimulatedOutboxLog) log).appendEarly(transaction, entries);
        }
    }

    /** Something else is said than was decided. */
    static final class Rewriting extends Relaying {

        private final Function<OutboxEntry, List<OutboxEntry>> rewritten;

        Rewriting(OutboxLog log, Function<OutboxEntry, List<OutboxEntry>> rewritten) {
            super(log);
            this.rewritten = rewritten;
        }

        @Override
        public void append(Transaction transaction, List<OutboxEntry> entries) {
            log.append(
                    transaction,
                    entries.stream()
                            .flatMap(entry -> rewritten.apply(entry).stream())
                            .toList());
        }
    }
}
