package com.allinone.catalog.domain;

/**
 * A shelf of the shop.
 *
 * @param products how many listed products stand on it
 */
public record Category(CategoryId id, Bilingual name, long products) {}
