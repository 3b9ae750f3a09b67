package com.allinone.bench.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateSearchTest {
    @ParameterizedTest
    @ValueSource(doubles = {1.5, 17, 99, 101, 640, 5_000})
    void itComesAsNearAsItWasAskedTo(double limit) {
        var search = new RateSearch(100, 0.05);
        var tries = 0;
        for (var next = search.next(); next.isPresent(); next = search.next()) {
            search.tried(next.getAsDouble() <= limit);
            tries++;
        }

        assertThat(search.highest()).isBetween(limit / 1.06, limit);
        assertThat(tries).isLessThan(20);
    }

    @Test
    void whereNothingHoldsItEnds() {
        var search = new RateSearch(100, 0.05);
        while (search.next().isPresent()) {
            search.tried(false);
        }

        assertThat(search.highest()).isZero();
    }

    @Test
    void whatCannotBeSearchedForIsRefused() {
        assertThatThrownBy(() -> new RateSearch(0, 0.05)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RateSearch(10, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
