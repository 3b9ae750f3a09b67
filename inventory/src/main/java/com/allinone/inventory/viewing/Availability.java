package com.allinone.inventory.viewing;

import com.allinone.inventory.domain.Shelf;
import com.allinone.inventory.domain.Sku;
import java.util.List;

/**
 * How many of a SKU an order can have now.
 *
 * @param available the most that one warehouse has, since a line comes from one warehouse
 */
public record Availability(String sku, long available) {

    static Availability of(Sku sku, List<Shelf> shelves) {
        return new Availability(
                sku.value(), shelves.stream().mapToLong(Shelf::available).max().orElse(0));
    }
}
