package com.allinone.order.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * Contiguous order ids, in the order of their 128 bits, as PostgreSQL sorts them.
 *
 * @param from the first
 * @param until the first behind it
 */
public record OrderRange(UUID from, UUID until) {

    private static final UUID LEAST = new UUID(0, 0);
    private static final UUID MOST = new UUID(-1, -1);
    private static final long VERSION_7 = 0x7000;

    public OrderRange {
        if (compare(from, until) >= 0) {
            throw new IllegalArgumentException("A range goes upwards, not from " + from + " until " + until);
        }
    }

    /** All ids there can be, but one. */
    public static OrderRange all() {
        return new OrderRange(LEAST, MOST);
    }

    /** One id alone; the greatest of all cannot be it. */
    public static OrderRange only(UUID id) {
        long low = id.getLeastSignificantBits() + 1;
        return new OrderRange(id, new UUID(id.getMostSignificantBits() + (low == 0 ? 1 : 0), low));
    }

    /** The least id of an order that is placed at or after that time. */
    public static UUID placedAt(Instant time) {
        return new UUID(Math.max(0, time.toEpochMilli()) << 16 | VERSION_7, Long.MIN_VALUE);
    }

    public static int compare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    public static UUID lesser(UUID one, UUID other) {
        return compare(one, other) <= 0 ? one : other;
    }
}
