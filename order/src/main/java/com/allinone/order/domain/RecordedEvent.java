package com.allinone.order.domain;

import java.time.Instant;

/**
 * An event in its place.
 *
 * @param version 1 for the first
 * @param status of the order after it
 */
public record RecordedEvent(int version, Instant at, OrderEvent event, OrderStatus status) {}
