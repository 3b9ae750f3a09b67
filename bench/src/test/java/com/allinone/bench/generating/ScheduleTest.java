package com.allinone.bench.generating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Duration LENGTH = Duration.ofSeconds(100);

    @Test
    void theRateIsThatWhichWasAskedFor() {
        assertThat(Schedule.of(1, 200, LENGTH).size()).isBetween(19_400, 20_600);
    }

    @Test
    void arrivalsAreInOrderAndWithinTheLength() {
        var schedule = Schedule.of(2, 500, LENGTH);
        var due = IntStream.range(0, schedule.size()).mapToObj(schedule::due).toList();

        assertThat(due).isSorted().allMatch(at -> at >= 0 && at < LENGTH.toNanos());
    }

    @Test
    void peopleDoNotArriveInStep() {
        var schedule = Schedule.of(3, 100, LENGTH);
        var gaps = new HashSet<Long>();
        for (var i = 1; i < schedule.size(); i++) {
            gaps.add((schedule.due(i) - schedule.due(i - 1)) / 1_000_000);
        }

        assertThat(gaps).contains(0L).anyMatch(millis -> millis > 30);
    }

    @Test
    void aSeedDrawsTheSameTwiceAndAnotherAnother() {
        var once = Schedule.of(4, 50, LENGTH);

        assertThat(Schedule.of(4, 50, LENGTH).due(7)).isEqualTo(once.due(7));
        assertThat(Schedule.of(5, 50, LENGTH).due(7)).isNotEqualTo(once.due(7));
    }

    @Test
    void aRateIsAboveZero() {
        assertThatThrownBy(() -> Schedule.of(1, 0, LENGTH)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Schedule.of(1, Double.NaN, LENGTH)).isInstanceOf(IllegalArgumentException.class);
    }
}
