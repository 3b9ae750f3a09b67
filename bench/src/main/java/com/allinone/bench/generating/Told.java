package com.allinone.bench.generating;

import java.util.List;
import java.util.Map;

/**
 * What came of a round. Times are microseconds since the intended arrival, so that waiting for a turn counts.
 *
 * @param offered arrivals
 * @param answers how many were answered how: a status, or what went wrong
 * @param readyInTime orders ready before the arrivals were over
 * @param left accepted orders that were neither ready nor cancelled when the clock stopped, 2 s after the arrivals
 * @param cancelled accepted orders that were cancelled
 * @param accepted times until 202, in no order
 * @param ready times until {@code delivery.ready}, in no order
 * @param latestSent the longest that the generator itself was late
 */
public record Told(
        int offered,
        Map<String, Integer> answers,
        int readyInTime,
        int left,
        int cancelled,
        List<Long> accepted,
        List<Long> ready,
        long latestSent) {
    public Told {
        answers = Map.copyOf(answers);
        accepted = List.copyOf(accepted);
        ready = List.copyOf(ready);
    }
}
