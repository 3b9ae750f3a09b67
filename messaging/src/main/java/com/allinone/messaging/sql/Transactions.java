package com.allinone.messaging.sql;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Opens transactions. One is opened per request or per batch of messages, in one place; inside it there is the
 * database and nothing else. Messages sent in it are appended to the outbox last, when every row lock is held, so that
 * the outbox has them in the order of the commits of their key.
 */
public interface Transactions {

    /**
     * Runs the work and commits; rolls back and rethrows when it fails.
     *
     * @throws DatabaseFailure when the database refuses or cannot be reached; after a failed commit it is not known
     *     whether the work was done
     */
    <T extends @Nullable Object> T call(Function<Transaction, T> work);

    /** Like {@link #call}, without a result. */
    default void run(Consumer<Transaction> work) {
        this.<@Nullable Void>call(transaction -> {
            work.accept(transaction);
            return null;
        });
    }
}
