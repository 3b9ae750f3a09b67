package com.allinone.catalog.domain;

/** A product as the API shows it: plain values, in the order in which a person reads them. */
public record ProductView(
        String sku,
        Text name,
        Text description,
        String category,
        Money price,
        String picture,
        Product.Status status,
        long version) {

    /** A text in both languages. */
    public record Text(String ko, String en) {

        public static Text of(Bilingual text) {
            return new Text(text.ko(), text.en());
        }
    }

    /** An amount in minor units of an ISO 4217 currency. */
    public record Money(long amount, String currency) {}

    public static ProductView of(Product product) {
        return new ProductView(
                product.sku().value(),
                Text.of(product.name()),
                Text.of(product.description()),
                product.category().value(),
                new Money(product.price().amount(), product.price().currency().name()),
                product.picture().address(),
                product.status(),
                product.version());
    }
}
