package com.allinone.inventory.domain;

/** So many of one SKU. */
public record Line(Sku sku, long quantity) {

    public Line {
        Quantity.checked(quantity);
    }
}
