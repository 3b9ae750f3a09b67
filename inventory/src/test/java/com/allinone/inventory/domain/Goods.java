package com.allinone.inventory.domain;

import com.allinone.inventory.domain.StockCommand.Reserve;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Names for the goods and orders of the tests. */
final class Goods {

    static final Sku TEA = new Sku("TEA-GREEN-100");
    static final Sku KETTLE = new Sku("KETTLE-01");
    static final Warehouse SEOUL = new Warehouse("ICN1");
    static final Warehouse BUSAN = new Warehouse("PUS2");
    static final Instant LATER = Instant.parse("2026-11-21T10:15:00Z");

    private Goods() {}

    static OrderId order(int number) {
        return new OrderId(new UUID(0, number));
    }

    static Shelf shelf(Sku sku, Warehouse warehouse, long available) {
        Shelf empty = Shelf.empty(new ShelfId(sku, warehouse));
        return available == 0 ? empty : empty.receive(available);
    }

    static Reserve reserve(OrderId order, Line... lines) {
        return new Reserve(order, List.of(lines), LATER);
    }

    static Line units(long quantity, Sku sku) {
        return new Line(sku, quantity);
    }

    static Pick pick(Warehouse warehouse, long quantity, Sku sku) {
        return new Pick(new ShelfId(sku, warehouse), quantity);
    }
}
