package com.allinone.inventory.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A delivery that came into a warehouse.
 *
 * @param lines 1 to {@value #MOST_LINES}, each SKU once
 * @param receivedBy the operator's user id
 */
public record Receipt(UUID id, Warehouse warehouse, List<Line> lines, Instant receivedAt, UUID receivedBy) {

    public static final int MOST_LINES = 1000;

    public Receipt {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("A receipt has 1 to " + MOST_LINES + " lines, not " + lines.size());
        }
    }
}
