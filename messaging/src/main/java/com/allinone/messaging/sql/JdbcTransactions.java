package com.allinone.messaging.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Transactions of PostgreSQL, each on a connection of its own from the pool. */
@ApplicationScoped
public class JdbcTransactions implements Transactions {

    private static final Logger LOG = Logger.getLogger(JdbcTransactions.class);

    private final DataSource database;
    private final CommitSteps steps;

    public JdbcTransactions(DataSource database, CommitSteps steps) {
        this.database = database;
        this.steps = steps;
    }

    @Override
    public <T extends @Nullable Object> T call(Function<Transaction, T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            return committing(connection, work);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private <T extends @Nullable Object> T committing(Connection connection, Function<Transaction, T> work)
            throws SQLException {
        JdbcTransaction transaction = new JdbcTransaction(connection);
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
        transaction.afterwards().forEach(JdbcTransactions::afterCommit);
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
