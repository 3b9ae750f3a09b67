package com.allinone.catalog.domain;

/** How an operator's wish ended. */
public sealed interface Edit {

    /** The product changed. */
    record Done(ProductEvent event) implements Edit {}

    /** The product already was as wished. */
    record Unneeded(Product product) implements Edit {}

    /** The wish cannot be met. */
    record Refused(Refusal refusal) implements Edit {}
}
