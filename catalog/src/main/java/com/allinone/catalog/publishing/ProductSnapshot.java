package com.allinone.catalog.publishing;

import com.allinone.catalog.domain.Product;

/**
 * The body of every message about a product: the product as it was left. A reader keeps the one with the highest
 * version and needs no other.
 */
public record ProductSnapshot(
        String sku,
        long version,
        Name name,
        String category,
        long amount,
        String currency,
        String picture,
        String status) {

    /** The name in both languages. */
    public record Name(String ko, String en) {}

    static ProductSnapshot of(Product product) {
        return new ProductSnapshot(
                product.sku().value(),
                product.version(),
                new Name(product.name().ko(), product.name().en()),
                product.category().value(),
                product.price().amount(),
                product.price().currency().name(),
                product.picture().address(),
                product.status().name());
    }
}
