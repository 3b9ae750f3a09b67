package com.allinone.inventory.adjusting;

import com.allinone.inventory.domain.Shelf;

/**
 * A shelf after its adjustment.
 *
 * @param version of the SKU in all warehouses: the new ETag
 */
public record AdjustedView(String sku, String warehouse, long received, long writtenOff, long available, long version) {

    static AdjustedView of(Shelf shelf, long version) {
        return new AdjustedView(
                shelf.id().sku().value(),
                shelf.id().warehouse().code(),
                shelf.received(),
                shelf.writtenOff(),
                shelf.available(),
                version);
    }
}
