package com.allinone.bench.shop;

import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.running.Progress;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a shop remembers after a while: orders of the month before, delivered and paid. Filled in bulk, past the services;
 * what is kept for days only (log, inbox, idempotency keys) is left out.
 */
public final class History {
    /** Days before the beginning of the run, when the first order was placed; the last was placed before the last. */
    private static final Duration AGE = Duration.ofDays(31);

    private static final Duration LENGTH = Duration.ofDays(30);
    private static final long PIECE = 100_000;
    private static final long SECOND = 1_000;
    private static final List<String> ORDER = List.of("orders", "order_line", "order_event");
    private static final List<String> INVENTORY = List.of("reservation", "reservation_line", "stock");
    private static final List<String> PAYMENT = List.of("payment", "ledger_entry");

    private final Databases databases;
    private final Progress progress;
    private final long begins;
    private final long apart;
    private final int shoppers;
    private long orders;

    /**
     * An empty history.
     *
     * @param most how many orders it may come to hold, at least 1
     * @param shoppers who order in turn
     */
    public History(Site site, Progress progress, Instant now, long most, int shoppers) {
        this.databases = new Databases(site);
        this.progress = progress;
        var millis = now.minus(AGE).toEpochMilli();
        this.begins = millis - millis % SECOND;
        var even = LENGTH.toMillis() / most;
        // Whole seconds where there is room for them: then all times are written with as many characters.
        this.apart = even > SECOND ? even - even % SECOND : Math.max(1, even);
        this.shoppers = shoppers;
    }

    /** Adds orders to what order remembers, and nobody else. */
    public void ofOrderAlone(long until) {
        fill(until, Map.of("order", ORDER));
    }

    /** Adds orders to what order, inventory and payment remember. */
    public void grow(long until) {
        fill(until, new TreeMap<>(Map.of("order", ORDER, "inventory", INVENTORY, "payment", PAYMENT)));
    }

    private void fill(long until, Map<String, List<String>> tables) {
        try {
            while (orders < until) {
                var last = Math.min(until, orders + PIECE);
                var rows = new HistoryRows(orders + 1, last, begins, apart, shoppers);
                for (var database : tables.keySet()) {
                    insert(database, rows);
                }
                orders = last;
                progress.part("history", "%,d orders".formatted(orders));
            }
            // Else the first autovacuum would come in the middle of a round.
            for (var filled : tables.entrySet()) {
                databases.run(filled.getKey(), "vacuum (analyze) " + String.join(", ", filled.getValue()));
            }
            databases.run("postgres", "checkpoint");
        } catch (SQLException failed) {
            throw Failure.part("postgres refused the history: " + failed.getMessage());
        }
    }

    /** Without triggers and references: rows that are made of the same numbers need not be held against each other. */
    private void insert(String database, HistoryRows rows) throws SQLException {
        try (var connection = databases.connect(database);
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
            for (var text : statements(database, rows)) {
                statement.execute(text);
            }
        }
    }

    static List<String> statements(String database, HistoryRows rows) {
        return switch (database) {
            case "order" -> rows.order();
            case "inventory" -> rows.inventory();
            case "payment" -> rows.payment();
            default -> throw new IllegalArgumentException("There is no history of " + database);
        };
    }
}
