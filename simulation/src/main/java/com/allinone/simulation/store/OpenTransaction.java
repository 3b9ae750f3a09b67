package com.allinone.simulation.store;

import com.allinone.messaging.sql.Sql;
import com.allinone.messaging.sql.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A transaction of the simulated store. It speaks no SQL: whoever tries is not behind a port. */
public final class OpenTransaction extends Transaction {

    private final Database database;
    private final List<Runnable> committed = new ArrayList<>();
    private final Set<Table<?, ?>> touched = new LinkedHashSet<>();
    private long early;
    private boolean open = true;
    private boolean atWork;
    private long lastStatement;
    private @Nullable OpenTransaction waitsFor;

    OpenTransaction(Database database) {
        this.database = database;
        this.lastStatement = database.nanos();
        this.early = database.reserve();
    }

    /** Numbers of the sequence that were taken when the transaction began. */
    long early() {
        return early++;
    }

    @Override
    public Sql sql(String text) {
        throw new IllegalStateException("The simulated store speaks no SQL: " + text);
    }

    /** The database that it is open on. */
    public Database database() {
        return database;
    }

    boolean isOpen() {
        return open;
    }

    boolean idleSince(long moment) {
        return open && !atWork && lastStatement <= moment;
    }

    /** Runs the action at the very moment of the commit, whether or not its answer arrives. */
    public void whenCommitted(Runnable action) {
        committed.add(action);
    }

    void touch(Table<?, ?> table) {
        touched.add(table);
    }

    /** A statement begins: the server may have ended the transaction meanwhile, or be away. */
    void statement() {
        atWork = false;
        database.pause();
        stillOpen();
        lastStatement = database.nanos();
    }

    /** Waits until the other has ended; the server breaks a circle of waits. */
    void waitFor(OpenTransaction other) {
        for (OpenTransaction next = other; next != null; next = next.waitsFor) {
            if (next == this) {
                cancel();
                throw Database.failure("40P01", "Deadlock detected");
            }
        }
        waitsFor = other;
        atWork = true;
        try {
            database.await(() -> !other.open || !open);
        } finally {
            waitsFor = null;
            atWork = false;
        }
        stillOpen();
        lastStatement = database.nanos();
    }

    /** Commits, and says so unless the answer is lost. */
    public void commit() {
        statement();
        Database.Answer answer = database.answerOfCommit();
        if (answer == Database.Answer.LOST_WITH_THE_COMMIT) {
            rollback();
        } else {
            touched.forEach(table -> table.commit(this));
            committed.forEach(Runnable::run);
            end();
        }
        if (answer != Database.Answer.ARRIVES) {
            throw Database.failure("08007", "The connection broke while committing");
        }
        database.pause();
    }

    public void rollback() {
        if (open) {
            touched.forEach(table -> table.rollback(this));
            end();
        }
    }

    /** The server ends it: its locks are free, and its next statement fails. */
    void cancel() {
        rollback();
    }

    private void end() {
        open = false;
        database.ended(this);
    }

    private void stillOpen() {
        if (!open) {
            throw Database.failure("57P05", "The transaction was ended by the server");
        }
    }
}
