package com.allinone.chaos.faults;

import com.allinone.chaos.shop.BrokenShop;
import com.allinone.chaos.shop.Signals;
import com.allinone.chaos.shop.Wiring;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * A service stands still while it holds a transaction open, and beside it a writer that nothing cuts off holds another
 * one, with places taken in the log. Every other service's outbox must go on as if nothing were.
 */
record FrozenInTransaction() implements Fault {
    private static final Duration CAUGHT = Duration.ofSeconds(60);
    private static final Duration GOES_ON = Duration.ofSeconds(30);
    private static final String OPEN = """
            select count(*) from pg_stat_activity where datname = ? and usename = ? and state = 'idle in transaction'""";
    private static final String PUBLISHED = """
            select (select count(*) from outbox) - (select count(*) from outbox_pending)""";
    private static final String WAITING = "select count(*) from outbox_pending";
    private static final String TAKEN = """
            insert into outbox (position, message_id, topic, key, type, body, recorded_at)
            values (nextval('outbox_position'), gen_random_uuid(), 'order.events', 'never', 'never.v1', '{}', now())""";

    @Override
    public String kind() {
        return "frozen inside an open transaction";
    }

    @Override
    public String strike(BrokenShop shop, Random random) throws Exception {
        var service = Wiring.DOUBLED.get(random.nextInt(Wiring.DOUBLED.size()));
        var process = shop.process(service);
        try (var writer = openWriter(shop, service)) {
            if (!Pauses.until(CAUGHT, () -> caught(shop, service, process))) {
                throw new WithoutEffect(service + " was never caught inside a transaction");
            }
            try {
                var before = published(shop, service);
                if (!Pauses.until(GOES_ON, () -> goesOn(shop, before))) {
                    throw new WithoutEffect("the outboxes of others stood still as well: " + before.keySet());
                }
                Pauses.between(random, 3_000, 6_000);
            } finally {
                Signals.thaw(process);
            }
            writer.rollback();
        }
        return "%s held a transaction open and stood still, the outboxes of the others went on".formatted(service);
    }

    private static Connection openWriter(BrokenShop shop, String service) throws SQLException {
        var connection = shop.databases().connect(service);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(TAKEN);
        }
        return connection;
    }

    /** Stops it, looks whether it is inside a transaction, and lets it go on if it is not. */
    private static boolean caught(BrokenShop shop, String service, ProcessHandle process) throws SQLException {
        Signals.freeze(process);
        if (shop.databases().number(service, OPEN, service, service) > 0) {
            return true;
        }
        Signals.thaw(process);
        return false;
    }

    /** Messages that each of the others has published so far. */
    private static Map<String, Long> published(BrokenShop shop, String frozen) throws SQLException {
        var published = new LinkedHashMap<String, Long>();
        for (var other : Wiring.DOUBLED) {
            if (!other.equals(frozen)) {
                published.put(other, shop.databases().number(other, PUBLISHED));
            }
        }
        return published;
    }

    /** Each of the others has published more since, or has nothing to publish: it may wait for the frozen one's words. */
    private static boolean goesOn(BrokenShop shop, Map<String, Long> before) throws SQLException {
        for (var other : before.entrySet()) {
            if (shop.databases().number(other.getKey(), PUBLISHED) <= other.getValue()
                    && shop.databases().number(other.getKey(), WAITING) > 0) {
                return false;
            }
        }
        return true;
    }
}
