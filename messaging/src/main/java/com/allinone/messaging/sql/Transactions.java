package com.allinone.messaging.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Opens transactions. One is opened per request or per batch of messages, in one place; inside it there is the
 * database and nothing else. Messages sent in it are appended to the outbox last, when every row lock is held, so that
 * the outbox has them in the order of the commits of their key.
 */
@ApplicationScoped
public class Transactions {

    private static final Logger LOG = Logger.getLogger(Transactions.class);

    private final DataSource database;
    private final CommitSteps steps;

    public Transactions(DataSource database, CommitSteps steps) {
        this.database = database;
        this.steps = steps;
    }

    /** Runs the work and commits; rolls back and rethrows when it fails. */
    public <T extends @Nullable Object> T call(Function<Transaction, T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            return committing(connection, work);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Like {@link #call}, without a result. */
    public void run(Consumer<Transaction> work) {
        this.<@Nullable Void>call(transaction -> {
            work.accept(transaction);
            return null;
        });
    }

    private <T extends @Nullable Object> T committing(Connection connection, Function<Transaction, T> work)
            throws SQLException {
        Transaction transaction = new Transaction(connection);
        T result;
        try {
            result = work.apply(transaction);
            steps.beforeCommit(transaction);
            connection.commit();
        } catch (RuntimeException | SQLException | Error e) {
            rollback(connection, e);
            throw e;
        }
        steps.afterCommit(transaction);
        transaction.afterwards().forEach(Transactions::afterCommit);
        return result;
    }

    /** The commit is a fact: an action that fails after it must not make the caller do the work again. */
    private static void afterCommit(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("An action after a commit failed", e);
        }
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
