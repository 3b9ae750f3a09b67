package com.allinone.payment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Order asks for our books of a range of order ids, to compare them with its own.
 *
 * @param id names the range; the answer repeats it
 * @param look which look at this range it is; the answer repeats it
 * @param round the reconciliation that the range is part of
 * @param from the first order id, in the order of the 128 bits
 * @param until the first order id behind the range
 */
public record Report(UUID id, int look, UUID round, OrderId from, OrderId until) {

    /** How far clocks may be apart, and more: intents are looked for from so long before their order was placed. */
    private static final Duration SLACK = Duration.ofHours(1);

    /** No intent of these orders is older than this. */
    public Instant intentsSince() {
        var since = placedAt(from).minus(SLACK);
        return since.isBefore(Instant.EPOCH) ? Instant.EPOCH : since;
    }

    /** When an order of this id was placed: the first 48 bits of a UUIDv7 are milliseconds. */
    public static Instant placedAt(OrderId order) {
        return Instant.ofEpochMilli(order.value().getMostSignificantBits() >>> 16);
    }
}
