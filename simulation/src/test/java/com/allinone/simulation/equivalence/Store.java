package com.allinone.simulation.equivalence;

import com.allinone.messaging.sql.Transaction;
import java.util.Optional;
import java.util.function.Function;

/** A store with a few connections, each with a transaction that is open or not. */
interface Store extends AutoCloseable {

    /** Begins a transaction on a free connection. */
    void begin(int connection);

    /** Runs an operation in the connection's transaction; it may have to wait for another transaction. */
    void run(int connection, Function<Transaction, String> operation);

    void commit(int connection);

    void rollback(int connection);

    /**
     * What came of the last thing that the connection was told: empty while it waits for another transaction. A failure
     * is an answer too, and ends the transaction.
     */
    Optional<String> answer(int connection);

    @Override
    void close();
}
