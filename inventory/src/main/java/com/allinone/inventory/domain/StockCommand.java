package com.allinone.inventory.domain;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** What order asks of stock. */
public sealed interface StockCommand {

    OrderId orderId();

    /**
     * Hold every line, or none. Lines of the same SKU are one line.
     *
     * @param lines 1 to {@value #MOST_LINES}; sorted by SKU
     * @param holdUntil when order expects to have decided; the hold outlives it
     */
    record Reserve(OrderId orderId, List<Line> lines, Instant holdUntil) implements StockCommand {

        public static final int MOST_LINES = 1000;

        public Reserve {
            if (lines.isEmpty() || lines.size() > MOST_LINES) {
                throw new IllegalArgumentException(
                        "A reservation has 1 to " + MOST_LINES + " lines, not " + lines.size());
            }
            TreeMap<Sku, Long> quantities = new TreeMap<>();
            lines.forEach(line -> quantities.merge(line.sku(), line.quantity(), Math::addExact));
            lines = quantities.entrySet().stream()
                    .map(entry -> new Line(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }

    /** Give back whatever the order holds, and hold nothing for it ever again. */
    record Release(OrderId orderId) implements StockCommand {}

    /** The order is confirmed: its hold becomes an allocation. */
    record Commit(OrderId orderId) implements StockCommand {}

    /** The order left the building: its allocation is sold. */
    record Ship(OrderId orderId) implements StockCommand {}
}
