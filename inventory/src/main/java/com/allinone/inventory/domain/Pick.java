package com.allinone.inventory.domain;

/** A line of an order and the one shelf that it is taken from. */
public record Pick(ShelfId shelf, long quantity) {

    public Pick {
        Quantity.checked(quantity);
    }

    Line line() {
        return new Line(shelf.sku(), quantity);
    }
}
