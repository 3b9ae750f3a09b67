package com.allinone.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class SystemClockTest {

    private final Instant now = java.time.Clock.systemUTC().instant();

    @Test
    void aShiftedClockRunsAheadOrBehind() {
        assertThat(SystemClock.shifted(Duration.ofMinutes(5)).instant())
                .isCloseTo(now.plusSeconds(300), within(1, ChronoUnit.MINUTES));
        assertThat(SystemClock.shifted(Duration.ofMinutes(-5)).instant())
                .isCloseTo(now.minusSeconds(300), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void moreThanAnHourIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SystemClock.shifted(Duration.ofMinutes(61)))
                .withMessageContaining("messaging.clock.offset");
        assertThatIllegalArgumentException().isThrownBy(() -> SystemClock.shifted(Duration.ofMinutes(-61)));
    }
}
