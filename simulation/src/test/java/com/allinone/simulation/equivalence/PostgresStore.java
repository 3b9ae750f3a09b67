package com.allinone.simulation.equivalence;

import com.allinone.messaging.sql.JdbcTransactions;
import com.allinone.messaging.sql.Transaction;
import com.allinone.simulation.equivalence.SimulatedStore.NothingToSend;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javax.sql.DataSource;

/** PostgreSQL itself. Whether a connection waits, the server says. */
final class PostgresStore implements Store {

    private static final long A_MOMENT_NANOS = 50_000;
    private static final long PATIENCE_NANOS = 10_000_000_000L;
    private static final String WAITING = """
            select count(*) from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()""";

    private final DataSource source;
    private final Connection observer;
    private final List<Talk> talks = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    PostgresStore(DataSource source, int connections) {
        this.source = source;
        try {
            this.observer = source.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL is not there", e);
        }
        for (int i = 0; i < connections; i++) {
            talks.add(new Talk());
        }
    }

    @Override
    public void begin(int connection) {
        Talk talk = talks.get(connection);
        threads.add(Thread.ofVirtual()
                .start(() -> talk.converse(new JdbcTransactions(source, new NothingToSend()), () -> {
                    while (!talk.told()) {
                        LockSupport.parkNanos(A_MOMENT_NANOS);
                    }
                    return Objects.requireNonNull(talk.next());
                })));
        while (!"begun".equals(talk.answer())) {
            LockSupport.parkNanos(A_MOMENT_NANOS);
        }
    }

    @Override
    public void run(int connection, Function<Transaction, String> operation) {
        talks.get(connection).tell(operation);
    }

    @Override
    public void commit(int connection) {
        run(connection, Talk.COMMIT);
    }

    @Override
    public void rollback(int connection) {
        run(connection, Talk.ROLLBACK);
    }

    @Override
    public Optional<String> answer(int connection) {
        return Optional.ofNullable(talks.get(connection).answer());
    }

    /** Waits until the connection has answered. */
    void awaitAnswer(int connection) {
        await(connection, () -> false);
    }

    /** Waits until the connection has answered, or the server says that somebody waits for a lock. */
    void awaitAnswerOrLock(int connection) {
        await(connection, this::someoneWaits);
    }

    private void await(int connection, BooleanSupplier or) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (talks.get(connection).answer() == null && !or.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(A_MOMENT_NANOS);
        }
    }

    @Override
    public void close() {
        for (int i = 0; i < talks.size(); i++) {
            talks.get(i).tell(Talk.ROLLBACK);
        }
        try {
            observer.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean someoneWaits() {
        try (Statement statement = observer.createStatement();
                var result = statement.executeQuery(WAITING)) {
            result.next();
            return result.getLong(1) > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
