package com.allinone.catalog.storage;

import com.allinone.messaging.sql.CommitSteps;
import com.allinone.messaging.sql.JdbcTransactions;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.testing.PostgresResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL of the test's own with the catalog's tables, in a database that knows no letters beyond ASCII. */
final class Database {

    private final PostgresResource server = new PostgresResource();
    private final PGSimpleDataSource source = new PGSimpleDataSource();

    void start() {
        Map<String, String> settings = server.start();
        String url = Objects.requireNonNull(settings.get("quarkus.datasource.jdbc.url"));
        String owner = Objects.requireNonNull(settings.get("quarkus.datasource.username"));
        makeAsciiDatabase(url, owner);
        source.setUrl(url.replaceFirst("/[^/]*$", "/ascii"));
        source.setUser(owner);
        source.setPassword(settings.get("quarkus.datasource.password"));
        Flyway.configure().dataSource(source).locations("db/migration").load().migrate();
    }

    void stop() {
        server.stop();
    }

    Transactions transactions() {
        return new JdbcTransactions(source, new NothingToSend());
    }

    private static void makeAsciiDatabase(String url, String owner) {
        PGSimpleDataSource superuser = new PGSimpleDataSource();
        superuser.setUrl(url.replaceFirst("/[^/]*$", "/postgres"));
        superuser.setUser("postgres");
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database ascii owner " + owner
                    + " template template0 encoding 'UTF8' locale_provider libc locale 'C'");
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be made", e);
        }
    }

    /** No outbox here: nothing is announced by the storage. */
    private static final class NothingToSend implements CommitSteps {
        @Override
        public void beforeCommit(Transaction transaction) {}

        @Override
        public void afterCommit(Transaction transaction) {}
    }
}
