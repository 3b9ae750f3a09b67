package com.allinone.bench.generating;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What came of a round of reading.
 *
 * @param requests that were answered with 200
 * @param seconds from the first request to the end of the last answer
 * @param bytes of all their bodies
 * @param refused how many were answered otherwise, by status
 * @param millis quantiles of the time from a request to the end of its answer. Nobody asks while an answer is waited
 *     for, so a stall counts once for each connection only
 */
public record ReadTold(long requests, double seconds, long bytes, Map<Integer, Long> refused, ObjectNode millis) {
    public ReadTold {
        refused = Map.copyOf(refused);
    }
}
