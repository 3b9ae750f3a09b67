package com.allinone.catalog.domain;

/** Something that happened to a product; it carries the product as it was left. */
public sealed interface ProductEvent {

    Product product();

    /** It came on the shelves. */
    record Listed(Product product) implements ProductEvent {}

    /** It has another price. */
    record Repriced(Product product) implements ProductEvent {}

    /** It is no longer sold. */
    record Retired(Product product) implements ProductEvent {}
}
