package com.allinone.bench.generating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    private static final long BEGUN = 1_000_000_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final long WINDOW = 10 * SECOND;
    private static final long STOP = 12 * SECOND;
    private final Schedule schedule = Schedule.of(1, 1, Duration.ofSeconds(10));
    private final Outcomes outcomes = new Outcomes(schedule, BEGUN);

    @Test
    void timesCountFromTheIntendedArrivalAndNotFromTheSending() {
        outcomes.sent(0, due(0) + SECOND);
        outcomes.accepted(0, "a", due(0) + 2 * SECOND);
        outcomes.ended("a", true, due(0) + 3 * SECOND);

        var told = outcomes.told(WINDOW, STOP);

        assertThat(told.accepted()).containsExactly(2_000_000L);
        assertThat(told.ready()).containsExactly(3_000_000L);
        assertThat(told.latestSent()).isEqualTo(1_000_000);
    }

    @Test
    void anEndMayBeHeardOfBeforeTheAnswer() {
        outcomes.ended("a", true, due(0) + SECOND);
        outcomes.accepted(0, "a", due(0) + 2 * SECOND);

        assertThat(outcomes.told(WINDOW, STOP).ready()).containsExactly(1_000_000L);
    }

    @Test
    void whatIsUnansweredOrHasNoEndIsLeft() {
        outcomes.accepted(0, "a", due(0) + 1);
        outcomes.accepted(1, "b", due(1) + 1);
        outcomes.ended("b", true, due(1) + 2);

        assertThat(outcomes.complete()).isFalse();
        assertThat(outcomes.told(WINDOW, STOP).left()).isEqualTo(schedule.size() - 1);
    }

    @Test
    void whatBecameReadyAfterTheStopWasLeftAtTheStop() {
        outcomes.accepted(0, "a", due(0) + 1);
        outcomes.ended("a", true, BEGUN + STOP + 1);
        for (var number = 1; number < schedule.size(); number++) {
            outcomes.refused("503");
        }

        var told = outcomes.told(WINDOW, STOP);

        assertThat(outcomes.complete()).isTrue();
        assertThat(told.left()).isEqualTo(1);
        assertThat(told.readyInTime()).isZero();
        assertThat(told.answers()).isEqualTo(Map.of("202", 1, "503", schedule.size() - 1));
    }

    @Test
    void aCancelledOrderIsNotReady() {
        outcomes.accepted(0, "a", due(0) + 1);
        outcomes.ended("a", false, due(0) + 2);

        var told = outcomes.told(WINDOW, STOP);

        assertThat(told.cancelled()).isEqualTo(1);
        assertThat(told.ready()).isEmpty();
    }

    private long due(int number) {
        return BEGUN + schedule.due(number);
    }
}
