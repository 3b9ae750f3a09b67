package com.allinone.inventory.domain;

import java.util.Comparator;

/** Which shelf: one SKU in one warehouse. The natural order is the one in which shelves are locked, everywhere. */
public record ShelfId(Sku sku, Warehouse warehouse) implements Comparable<ShelfId> {

    private static final Comparator<ShelfId> LOCKING_ORDER =
            Comparator.comparing(ShelfId::sku).thenComparing(ShelfId::warehouse);

    @Override
    public int compareTo(ShelfId other) {
        return LOCKING_ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return sku + "@" + warehouse;
    }
}
