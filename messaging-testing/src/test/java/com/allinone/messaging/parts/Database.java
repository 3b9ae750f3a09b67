package com.allinone.messaging.parts;

import com.allinone.messaging.outbox.Outbox;
import com.allinone.messaging.outbox.RelaySignal;
import com.allinone.messaging.sql.JdbcTransactions;
import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.storage.JdbcOutboxLog;
import com.allinone.messaging.tracing.MessageTraces;
import com.github.f4b6a3.uuid.UuidCreator;
import io.opentelemetry.api.OpenTelemetry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A fresh database of its own for each test, with the tables of messaging and the role's timeouts. */
public final class Database implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name = "service" + NUMBER.incrementAndGet();
    private final Line line;

    public Database() {
        EmbeddedPostgres server = Server.POSTGRES;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + name + " login");
            statement.execute("alter role " + name + " set transaction_timeout = '5s'");
            statement.execute("alter role " + name + " set idle_in_transaction_session_timeout = '3s'");
            statement.execute("create database " + name + " owner " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be made", e);
        }
        this.line = new Line(server.getPort()).start();
        Flyway.configure()
                .dataSource(source())
                .locations("classpath:db/messaging", "classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
    }

    /** Cuts and mends what lies between the code under test and the database. */
    public Line line() {
        return line;
    }

    public Transactions transactions(Clock clock, RelaySignal signal) {
        return new JdbcTransactions(
                source(),
                new Outbox(
                        new JdbcOutboxLog(),
                        UuidCreator::getTimeOrderedEpoch,
                        clock,
                        signal,
                        new MessageTraces(OpenTelemetry.noop())));
    }

    public DataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {line.port()});
        source.setDatabaseName(name);
        source.setUser(name);
        return source;
    }

    /** A number that the database itself tells, as in {@code select count(*) from inbox}. */
    public long number(String sql) {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        line.close();
    }

    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "80")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not start", e);
            }
        }
    }
}
