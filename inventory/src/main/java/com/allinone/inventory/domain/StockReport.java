package com.allinone.inventory.domain;

import java.util.UUID;

/**
 * Order asks what is reserved for the orders of a range of ids, to compare it with its own.
 *
 * @param id names the range; the answer repeats it
 * @param look which look at this range it is; the answer repeats it
 * @param from the first id, in the order of the 128 bits
 * @param until the first id behind the range
 */
public record StockReport(UUID id, int look, OrderId from, OrderId until) {}
