package com.allinone.chaos.invariants;

import com.allinone.chaos.shop.BrokenShop;
import com.allinone.launcher.parts.Service;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Waits until nothing is under way any more. */
public final class Quiet {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final int LOOKS_BETWEEN_WORDS = 5;
    /** Nothing may hide in Kafka between two looks. */
    private static final int QUIET_LOOKS = 3;

    private static final int LONGEST = 3;

    private final BrokenShop shop;

    public Quiet(BrokenShop shop) {
        this.shop = shop;
    }

    /**
     * Returns what is still under way, once nothing of it has changed for that time, or after three times that long; empty
     * when all is quiet.
     */
    public Map<String, Long> await(Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos() * LONGEST;
        var standstill = System.nanoTime();
        var quiet = 0;
        var open = Map.<String, Long>of();
        for (var look = 0; quiet < QUIET_LOOKS && System.nanoTime() < end; look++) {
            var now = look();
            if (!now.equals(open)) {
                standstill = System.nanoTime();
            } else if (!now.isEmpty() && System.nanoTime() - standstill > patience.toNanos()) {
                return now;
            }
            open = now;
            quiet = open.isEmpty() ? quiet + 1 : 0;
            if (!open.isEmpty() && look % LOOKS_BETWEEN_WORDS == 0) {
                shop.progress().part("waiting for", open.toString());
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return open;
    }

    private Map<String, Long> look() {
        var open = new LinkedHashMap<String, Long>();
        try {
            shop.databases().each("order", """
                    select status, count(*) from orders
                     where status not in ('DELIVERY_READY', 'SHIPPED', 'DELIVERED', 'CANCELLED') group by status""", row -> open.put("orders " + row.getString(1), row.getLong(2)));
            count(open, "operations", "order", "select count(*) from operation where outcome is null");
            count(open, "payments due", "payment", "select count(*) from payment where due_at is not null");
            count(open, "holds", "inventory", "select count(*) from reservation where stage = 'HELD'");
            for (var service : Service.NAMES) {
                count(open, service + " unpublished", service, "select count(*) from outbox_pending");
            }
        } catch (SQLException notNow) {
            open.put("databases that do not answer", 1L);
        }
        return open;
    }

    private void count(Map<String, Long> open, String name, String database, String query) throws SQLException {
        var number = shop.databases().number(database, query);
        if (number > 0) {
            open.put(name, number);
        }
    }
}
