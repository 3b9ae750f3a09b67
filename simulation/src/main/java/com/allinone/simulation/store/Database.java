package com.allinone.simulation.store;

import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transaction;
import com.allinone.simulation.world.Life;
import com.allinone.simulation.world.World;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One database of a simulated PostgreSQL at READ COMMITTED. Its tables hold immutable values; what a transaction writes
 * is its own until it commits, and what it locks is its own until it ends.
 *
 * <p>What it shares with the real one is held against it by random sequences of operations, open transactions
 * included.
 */
public final class Database {

    private static final Duration IDLE_IN_TRANSACTION = Duration.ofSeconds(3);
    private static final Duration TRANSACTION = Duration.ofSeconds(5);

    private static final int RESERVED = 64;

    private final World world;
    private final List<OpenTransaction> open = new ArrayList<>();
    private long sequence;
    private boolean down;
    private int commitsThatLoseTheirAnswer;
    private @Nullable OpenTransaction advisoryHolder;

    public Database(World world) {
        this.world = world;
    }

    /** A transaction of a process, which ends with it. */
    public OpenTransaction begin(Life life) {
        reachable();
        OpenTransaction transaction = new OpenTransaction(this);
        open.add(transaction);
        life.whenKilled(transaction::rollback);
        endIdle(transaction);
        world.after(TRANSACTION, transaction::cancel);
        return transaction;
    }

    /** kill -9 of the server: open transactions are gone, committed ones are not, and nobody gets a connection. */
    public void crash() {
        down = true;
        List.copyOf(open).forEach(OpenTransaction::cancel);
    }

    public void restart() {
        down = false;
    }

    /** The next commits are lost on the way: the caller never learns whether they were done. */
    public void loseAnswers(int commits) {
        commitsThatLoseTheirAnswer = commits;
    }

    /** The transaction behind a port's parameter, at a place where its statement begins. */
    public static OpenTransaction of(Transaction transaction) {
        if (transaction instanceof OpenTransaction simulated) {
            simulated.statement();
            return simulated;
        }
        throw new IllegalArgumentException("A transaction of another store");
    }

    /** Takes a few numbers at once, for one caller. */
    long reserve() {
        long first = sequence + 1;
        sequence += RESERVED;
        return first;
    }

    long next() {
        return ++sequence;
    }

    /** Takes the one advisory lock unless another transaction has it. */
    boolean claim(OpenTransaction transaction) {
        if (advisoryHolder != null && advisoryHolder != transaction) {
            return false;
        }
        advisoryHolder = transaction;
        return true;
    }

    /** Takes the one advisory lock; waits for whoever has it. */
    void claimInTurn(OpenTransaction transaction) {
        while (!claim(transaction)) {
            transaction.waitFor(Objects.requireNonNull(advisoryHolder));
        }
    }

    void pause() {
        world.pause();
        reachable();
    }

    /** Waits for another transaction's end. */
    void await(BooleanSupplier condition) {
        world.await(condition);
    }

    long nanos() {
        return world.ticker().nanos();
    }

    /** Whether the answer of this commit is lost, and whether the commit was too. */
    Answer answerOfCommit() {
        if (commitsThatLoseTheirAnswer == 0) {
            return Answer.ARRIVES;
        }
        commitsThatLoseTheirAnswer--;
        return world.choices().oneIn(2) ? Answer.LOST : Answer.LOST_WITH_THE_COMMIT;
    }

    void ended(OpenTransaction transaction) {
        open.remove(transaction);
        if (advisoryHolder == transaction) {
            advisoryHolder = null;
        }
    }

    static DatabaseFailure failure(String state, String what) {
        return new DatabaseFailure(new SQLException(what, state));
    }

    private void reachable() {
        if (down) {
            throw failure("08006", "The database is away");
        }
    }

    private void endIdle(OpenTransaction transaction) {
        world.after(IDLE_IN_TRANSACTION, () -> {
            if (transaction.idleSince(nanos() - IDLE_IN_TRANSACTION.toNanos())) {
                transaction.cancel();
            } else if (transaction.isOpen()) {
                endIdle(transaction);
            }
        });
    }

    enum Answer {
        ARRIVES,
        LOST,
        LOST_WITH_THE_COMMIT
    }
}
