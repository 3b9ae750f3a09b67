package com.allinone.simulation.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.simulation.equivalence.Operations.Operation;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The stand-in is itself proved: chance operates on both stores alike, transactions open beside each other. */
class StoreEquivalenceTest {

    private static final int SEQUENCES = Integer.getInteger("equivalence.sequences", 150);
    private static final int STEPS = 40;
    private static final int CONNECTIONS = 3;

    private static EmbeddedPostgres server;

    /** Whose tables there are. */
    enum Service {
        ORDER("orders, order_event, order_line, product_copy"),
        INVENTORY("stock, reservation, reservation_line, receipt, receipt_line, adjustment"),
        PAYMENT("payment, ledger_entry");

        private final String tables;

        Service(String tables) {
            this.tables = tables;
        }

        Operation draw(Operations operations) {
            return switch (this) {
                case ORDER -> operations.ofOrder();
                case INVENTORY -> operations.ofInventory();
                case PAYMENT -> operations.ofPayment();
            };
        }

        String module() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void bothStoresGiveTheSameAnswers(Service service) throws SQLException {
        DataSource source = database(service);
        int waits = 0;
        int steps = 0;
        for (long seed = 1; seed <= SEQUENCES; seed++) {
            clean(source, service);
            try (PostgresStore real = new PostgresStore(source, CONNECTIONS);
                    Store simulated = new SimulatedStore(CONNECTIONS)) {
                Sequence sequence = new Sequence(seed, service, real, simulated);
                sequence.run();
                waits += sequence.waits;
                steps += sequence.story.size();
            }
        }
        System.out.printf(
                "Store equivalence, %s: %d sequences, %d steps, %d of them waited for a lock%n",
                service.module(), SEQUENCES, steps, waits);
        assertThat(waits).as("steps that waited for another transaction").isGreaterThan(SEQUENCES / 10);
    }

    private static DataSource database(Service service) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database service_" + service.module());
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setPortNumbers(new int[] {server.getPort()});
        source.setDatabaseName("service_" + service.module());
        source.setUser("postgres");
        Flyway.configure()
                .dataSource(source)
                .locations(
                        "classpath:db/messaging",
                        "filesystem:../" + service.module() + "/src/main/resources/db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table inbox_of_any_day partition of inbox default");
        }
        return source;
    }

    private static void clean(DataSource source, Service service) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate outbox, outbox_pending, inbox, parked_key, parked_message, " + service.tables
                    + " cascade");
        }
    }

    private static final class Sequence {

        private final long seed;
        private final Service service;
        private final PostgresStore real;
        private final Store simulated;
        private final SplittableRandom random;
        private final Operations operations;
        private final Ports realPorts = Ports.real();
        private final Ports simulatedPorts = Ports.simulated();
        private final List<String> story = new ArrayList<>();
        private final boolean[] open = new boolean[CONNECTIONS];
        private int waiting = -1;
        private int waits;

        Sequence(long seed, Service service, PostgresStore real, Store simulated) {
            this.seed = seed;
            this.service = service;
            this.real = real;
            this.simulated = simulated;
            this.random = new SplittableRandom(seed);
            this.operations = new Operations(random);
        }

        void run() {
            for (int i = 0; i < STEPS; i++) {
                step(random.nextInt(CONNECTIONS));
            }
            for (int round = 0; round < 2; round++) {
                for (int connection = 0; connection < CONNECTIONS; connection++) {
                    if (open[connection] && connection != waiting) {
                        end(connection, random.nextBoolean());
                    }
                }
            }
        }

        private void step(int connection) {
            if (connection == waiting) {
                return;
            }
            if (!open[connection]) {
                real.begin(connection);
                simulated.begin(connection);
                open[connection] = true;
            } else if (waiting >= 0 || random.nextInt(4) == 0) {
                // While one waits the others only end: two that wait would be served in an order nobody promised.
                end(connection, random.nextInt(4) != 0);
            } else {
                Operation operation = random.nextInt(3) == 0 ? operations.ofMessaging() : service.draw(operations);
                story.add(connection + " " + operation.name());
                real.run(connection, transaction -> operation.on().apply(realPorts, transaction));
                simulated.run(connection, transaction -> operation.on().apply(simulatedPorts, transaction));
                compare(connection);
            }
        }

        private void end(int connection, boolean commits) {
            story.add(connection + (commits ? " commits" : " rolls back"));
            if (commits) {
                real.commit(connection);
                simulated.commit(connection);
            } else {
                real.rollback(connection);
                simulated.rollback(connection);
            }
            compare(connection);
            if (waiting >= 0) {
                compare(waiting);
            }
        }

        private void compare(int connection) {
            Optional<String> answer = simulated.answer(connection);
            if (answer.isPresent()) {
                real.awaitAnswer(connection);
            } else {
                real.awaitAnswerOrLock(connection);
            }
            assertThat(answer)
                    .as(() -> "seed " + seed + ": " + String.join("; ", story))
                    .isEqualTo(real.answer(connection));
            boolean waitsNow = answer.isEmpty();
            if (waitsNow && waiting != connection) {
                waits++;
                waiting = connection;
            } else if (!waitsNow && waiting == connection) {
                waiting = -1;
            }
            if (answer.isPresent() && isOver(answer.get())) {
                open[connection] = false;
            }
        }

        private static boolean isOver(String answer) {
            return answer.equals("committed")
                    || answer.equals("rolled back")
                    || answer.startsWith("failed")
                    || answer.equals("refused");
        }
    }
}
