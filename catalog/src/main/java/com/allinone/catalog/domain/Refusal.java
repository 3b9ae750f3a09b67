package com.allinone.catalog.domain;

/** Why an operator's wish cannot be met. */
public sealed interface Refusal {

    /** No product has this SKU. */
    record Unknown(Sku sku) implements Refusal {}

    /** A product with this SKU exists, perhaps a retired one: SKUs are never used twice. */
    record Taken(Sku sku) implements Refusal {}

    /** The shop has no such category. */
    record NoSuchCategory(CategoryId category) implements Refusal {}

    /** Somebody changed the product since the operator looked at it. */
    record Stale(Sku sku, long seen, long current) implements Refusal {}

    /** The product is retired and stays as it is. */
    record Retired(Sku sku) implements Refusal {}

    /** The product is sold in another currency. */
    record OtherCurrency(Sku sku, SaleCurrency currency) implements Refusal {}
}
