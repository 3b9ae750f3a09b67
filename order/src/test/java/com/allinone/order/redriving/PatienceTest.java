package com.allinone.order.redriving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private final Patience patience = new Patience(Duration.ofMinutes(2), Duration.ofMinutes(30));

    @Test
    void waitsDoubleUpToTheLongest() {
        Stream<Long> minutes = IntStream.range(0, 7)
                .mapToObj(looks ->
                        Duration.between(NOON, patience.next(looks, NOON)).toMinutes());

        assertThat(minutes).containsExactly(2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void itIsNeverGivenUp() {
        assertThat(patience.next(Integer.MAX_VALUE, NOON)).isEqualTo(NOON.plus(Duration.ofMinutes(30)));
        assertThat(new Patience(Duration.ofDays(1), Duration.ofDays(1)).next(1_000_000, NOON))
                .isEqualTo(NOON.plus(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @CsvSource({"PT0.5S,PT1M,bound", "P2D,P3D,bound", "PT2M,PT1M,longest-wait", "PT2M,P2D,longest-wait"})
    void aWrongSettingIsNamed(Duration bound, Duration longest, String key) {
        assertThatThrownBy(() -> new Patience(bound, longest)).hasMessageContaining("order.redriving." + key);
    }
}
