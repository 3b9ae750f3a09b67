package com.allinone.bench.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The statements on the services' own tables, with every constraint and trigger on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryTest {
    private static final List<String> SERVICES = List.of("order", "inventory", "payment");
    private static final int ORDERS = 1_000;
    private static final int SHOPPERS = 20;
    /** 2026-10-21T00:00:00Z. */
    private static final long BEGINS = 1_792_540_800_000L;

    private final EmbeddedPostgres server;

    HistoryTest() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @BeforeAll
    void fill() throws Exception {
        for (var service : SERVICES) {
            run("postgres", List.of("create database \"" + service + "\""));
            run(service, migrations(service));
        }
        run("inventory", List.of("""
                insert into stock
                select 'BENCH-' || lpad(number::text, 4, '0'), 'ICN1', 10, 0, 10, 0, 0, 0, 1
                  from generate_series(0, 999) as number"""));
        insert(new HistoryRows(1, 600, BEGINS, 2_000, SHOPPERS));
        insert(new HistoryRows(601, ORDERS, BEGINS, 2_000, SHOPPERS));
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    @Test
    void everyBookHasEveryOrder() throws SQLException {
        assertThat(number("order", "select count(*) from orders")).isEqualTo(ORDERS);
        assertThat(number("order", "select count(*) from order_event")).isEqualTo(ORDERS * 5L);
        assertThat(number("inventory", "select count(*) from reservation")).isEqualTo(ORDERS);
        assertThat(number("payment", "select count(*) from payment")).isEqualTo(ORDERS);
        assertThat(ids("inventory", "reservation"))
                .isEqualTo(ids("order", "orders"))
                .isEqualTo(ids("payment", "payment"));
    }

    @Test
    void amountsLinesAndTheFirstEventSayTheSame() throws SQLException {
        assertThat(number("order", """
                select count(*) from orders
                  join order_event placed on placed.order_id = orders.order_id and placed.version = 1
                 where amount = (select sum(quantity * unit_amount) from order_line line
                                  where line.order_id = orders.order_id)
                   and jsonb_array_length(body #> '{order,lines}') * 12900 = amount
                   and (body #>> '{order,id,value}')::uuid = orders.order_id
                   and (body #>> '{order,userId}')::uuid = user_id
                   and (body #>> '{order,placedAt}')::timestamptz = placed_at""")).isEqualTo(ORDERS);
        assertThat(number("payment", "select sum(amount) from payment"))
                .isEqualTo(number("order", "select sum(amount) from orders"));
    }

    @Test
    void whatWasSoldIsGoneFromTheShelves() throws SQLException {
        assertThat(number("inventory", "select sum(sold) from stock"))
                .isEqualTo(number("order", "select sum(quantity) from order_line"))
                .isEqualTo(number("inventory", "select sum(quantity) from reservation_line"));
        assertThat(number("inventory", "select sum(available) from stock")).isEqualTo(10_000);
    }

    @Test
    void theLedgerBalances() throws SQLException {
        assertThat(number("payment", "select sum(amount) from ledger_entry")).isZero();
        assertThat(number("payment", "select count(*) from ledger_entry")).isEqualTo(ORDERS * 2L);
    }

    @Test
    void idsAreOfTheTimeOfPlacingAndNothingWaits() throws SQLException {
        assertThat(number("order", """
                select count(*) from orders
                 where uuid_extract_version(order_id) = 7 and uuid_extract_timestamp(order_id) = placed_at
                   and waits_for is null and deadline_at is null and status = 'DELIVERED'""")).isEqualTo(ORDERS);
        assertThat(number("payment", "select count(*) from payment where due_at is not null"))
                .isZero();
    }

    @Test
    void everyShopperHasAsManyOrders() throws SQLException {
        assertThat(number("order", """
                select count(*) from (select user_id from orders group by user_id having count(*) = 50) as shopper""")).isEqualTo(SHOPPERS);
    }

    @Test
    void noOrderIsWrittenTwice() {
        assertThatThrownBy(() -> insert(new HistoryRows(ORDERS, ORDERS + 1, BEGINS, 2_000, SHOPPERS)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("duplicate key");
    }

    private void insert(HistoryRows rows) throws SQLException {
        for (var service : SERVICES) {
            run(service, History.statements(service, rows));
        }
    }

    private List<String> migrations(String service) throws IOException {
        try (var files = Files.list(Path.of("..", service, "src/main/resources/db/migration"))) {
            var ordered =
                    files.sorted(Comparator.comparing(HistoryTest::version)).toList();
            return ordered.stream().map(HistoryTest::text).toList();
        }
    }

    private static Integer version(Path migration) {
        return Integer.valueOf(migration.getFileName().toString().replaceAll("V(\\d+)__.*", "$1"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return server.getDatabase("postgres", database).getConnection();
    }

    private void run(String database, List<String> statements) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            for (var text : statements) {
                statement.execute(text);
            }
        }
    }

    private long number(String database, String query) throws SQLException {
        return Long.parseLong(first(database, query));
    }

    private String ids(String database, String table) throws SQLException {
        return first(database, "select md5(string_agg(order_id::text, ',' order by order_id)) from " + table);
    }

    private String first(String database, String query) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
