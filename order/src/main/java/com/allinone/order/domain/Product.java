package com.allinone.order.domain;

/**
 * A product as catalog last told.
 *
 * @param version of catalog; a higher one wins
 * @param listed whether it may be bought
 */
public record Product(String sku, long version, Name name, Money price, String picture, boolean listed) {}
