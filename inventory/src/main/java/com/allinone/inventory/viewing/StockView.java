package com.allinone.inventory.viewing;

import com.allinone.inventory.domain.Shelf;
import com.allinone.inventory.domain.Sku;
import java.util.List;

/**
 * All that operators see of a SKU, in units.
 *
 * @param version counts what operators did to it in all warehouses; the ETag, and what an adjustment's If-Match names.
 *     Orders do not change it
 */
public record StockView(String sku, long version, List<ShelfView> warehouses) {

    static StockView of(Sku sku, List<Shelf> shelves) {
        return new StockView(
                sku.value(),
                shelves.stream().mapToLong(Shelf::version).sum(),
                shelves.stream().map(ShelfView::of).toList());
    }

    /** A SKU in one warehouse: available + reserved + allocated + sold = received - writtenOff. */
    public record ShelfView(
            String sku,
            String warehouse,
            long received,
            long writtenOff,
            long available,
            long reserved,
            long allocated,
            long sold,
            long version) {

        static ShelfView of(Shelf shelf) {
            return new ShelfView(
                    shelf.id().sku().value(),
                    shelf.id().warehouse().code(),
                    shelf.received(),
                    shelf.writtenOff(),
                    shelf.available(),
                    shelf.reserved(),
                    shelf.allocated(),
                    shelf.sold(),
                    shelf.version());
        }
    }
}
