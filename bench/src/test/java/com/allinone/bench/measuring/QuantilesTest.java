package com.allinone.bench.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class QuantilesTest {
    @Test
    void everyQuantileIsATimeThatWasTaken() {
        var times = Quantiles.ofMicros(
                LongStream.rangeClosed(1, 200).map(i -> 201 - i).toArray());

        assertThat(times.micros(0.5)).isEqualTo(100);
        assertThat(times.micros(0.99)).isEqualTo(198);
        assertThat(times.micros(0.991)).isEqualTo(199);
        assertThat(times.micros(1)).isEqualTo(200);
    }

    @Test
    void ofFewTheWorstIsTheNinetyNinth() {
        assertThat(Quantiles.ofMicros(5, 7_000).micros(0.99)).isEqualTo(7_000);
    }

    @Test
    void ofNoneEverythingIsNothing() {
        assertThat(Quantiles.ofMicros().micros(0.99)).isZero();
    }

    @Test
    void sharesThatAreNoneAreRefused() {
        assertThatThrownBy(() -> Quantiles.ofMicros(1).micros(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quantiles.ofMicros(1).micros(99)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void jsonIsInMilliseconds() {
        var json = Quantiles.ofMicros(1_500, 2_500).json();

        assertThat(json.path("count").asInt()).isEqualTo(2);
        assertThat(json.path("p50").asDouble()).isEqualTo(1.5);
        assertThat(json.path("max").asDouble()).isEqualTo(2.5);
    }
}
