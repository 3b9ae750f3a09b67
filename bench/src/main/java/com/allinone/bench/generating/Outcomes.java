package com.allinone.bench.generating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts together what is known of each order of a round: its place in the schedule, its answer, its end. Ends may be heard
 * of before the answer. Not for several threads.
 */
final class Outcomes {
    private static final long MICRO = 1_000;

    private final Schedule schedule;
    private final long begun;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Long> early = new HashMap<>();
    private final Map<String, Integer> answers = new HashMap<>();
    private final List<Long> accepted = new ArrayList<>();
    private final List<Long> ready = new ArrayList<>();
    private final List<Long> readyAt = new ArrayList<>();
    private int answered;
    private int cancelled;
    private long latestSent;

    /** Of the arrivals of the schedule, which began at that reading of {@link System#nanoTime}. */
    Outcomes(Schedule schedule, long begun) {
        this.schedule = schedule;
        this.begun = begun;
    }

    void sent(int number, long now) {
        latestSent = Math.max(latestSent, (now - due(number)) / MICRO);
    }

    void accepted(int number, String order, long now) {
        answered("202");
        accepted.add((now - due(number)) / MICRO);
        numbers.put(order, number);
        var end = early.remove(order);
        if (end != null) {
            ended(order, end > 0, Math.abs(end));
        }
    }

    void refused(String how) {
        answered(how);
    }

    private void answered(String how) {
        answered++;
        answers.merge(how, 1, Integer::sum);
    }

    /** The order is ready, or cancelled; one that nobody was told of yet is remembered. */
    void ended(String order, boolean isReady, long now) {
        var number = numbers.remove(order);
        if (number == null) {
            early.put(order, isReady ? now : -now);
        } else if (isReady) {
            ready.add((now - due(number)) / MICRO);
            readyAt.add(now - begun);
        } else {
            cancelled++;
        }
    }

    /** Whether nothing more can come of this round. */
    boolean complete() {
        return answered == schedule.size() && numbers.isEmpty();
    }

    /**
     * What came of it.
     *
     * @param window how long orders arrived, nanoseconds
     * @param stop when the clock stopped, nanoseconds after the beginning
     */
    Told told(long window, long stop) {
        var inTime = (int) readyAt.stream().filter(at -> at <= window).count();
        var late = (int) readyAt.stream().filter(at -> at > stop).count();
        var open = numbers.size() + schedule.size() - answered;
        return new Told(
                schedule.size(), Map.copyOf(answers), inTime, late + open, cancelled, accepted, ready, latestSent);
    }

    private long due(int number) {
        return begun + schedule.due(number);
    }
}
