package com.allinone.inventory.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * An operator's adjustment of a shelf, as it is kept.
 *
 * @param version the version of the shelf that it made; one adjustment makes one
 * @param delta found units, or lost ones where negative
 */
public record Adjustment(ShelfId shelf, long version, long delta, String reason, Instant at, UUID by) {}
