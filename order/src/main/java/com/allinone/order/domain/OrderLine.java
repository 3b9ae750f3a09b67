package com.allinone.order.domain;

/** What the shopper bought: name, price and picture as they were, for ever. */
public record OrderLine(String sku, int quantity, Name name, Money unitPrice, String picture) {

    public OrderLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1, not " + quantity);
        }
    }

    public Money price() {
        return unitPrice.times(quantity);
    }
}
