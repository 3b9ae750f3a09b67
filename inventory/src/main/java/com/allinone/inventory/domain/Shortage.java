package com.allinone.inventory.domain;

/**
 * A line that could not be held.
 *
 * @param available the most that one warehouse had, since a line comes from one warehouse
 */
public record Shortage(Sku sku, long requested, long available) {}
