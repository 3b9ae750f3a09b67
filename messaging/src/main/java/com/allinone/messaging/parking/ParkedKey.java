package com.allinone.messaging.parking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A parked key, to look at.
 *
 * @param number its place in the list
 * @param messages how many wait
 * @param type and
 * @param error of the first of them, which holds up the others
 * @param attempts how often that one failed again when it was redriven
 */
public record ParkedKey(
        long number,
        String consumer,
        String key,
        Instant since,
        long messages,
        @Nullable String type,
        String error,
        int attempts) {}
