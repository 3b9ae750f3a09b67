package com.allinone.inventory.domain;

import java.util.List;

/**
 * The answer to a {@link StockReport}: everything that is committed, orders we alone know of included.
 *
 * @param coveredUntil the first id that nothing is said about; earlier than was asked for where there was more than
 *     {@value #MOST} reservations or {@value #MOST_LINES} lines
 */
public record ReportedStock(StockReport asked, OrderId coveredUntil, List<Entry> reservations) {

    public static final int MOST = 500;
    public static final int MOST_LINES = 5_000;

    /**
     * A reservation.
     *
     * @param stage as it is stored, {@code HELD} to {@code RELEASED}
     * @param lines what is taken for the order; empty where nothing is
     */
    public record Entry(OrderId orderId, String stage, List<Line> lines) {}

    /** The answer, cut off where the bounds are reached. {@code known} is in the order of ids, one more than fits. */
    public static ReportedStock of(StockReport asked, List<Entry> known) {
        int fits = 0;
        int lines = 0;
        for (Entry entry : known) {
            lines += entry.lines().size();
            if (fits == MOST || (fits > 0 && lines > MOST_LINES)) {
                return new ReportedStock(asked, entry.orderId(), known.subList(0, fits));
            }
            fits++;
        }
        return new ReportedStock(asked, asked.until(), known);
    }
}
