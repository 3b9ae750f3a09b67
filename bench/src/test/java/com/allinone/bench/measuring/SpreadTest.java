package com.allinone.bench.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void aMedianIsNotAMean() {
        assertThat(Spread.of(List.of(1.0, 100.0, 2.0))).isEqualTo(new Spread(2, 1, 100));
    }

    @Test
    void anEvenNumberHasTwoInTheMiddle() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 8.0))).isEqualTo(new Spread(3, 1, 8));
    }

    @Test
    void itIsPrintedWithWhatItLiesBetween() {
        assertThat(new Spread(1_234.5, 1_000, 2_000.25).text(1)).isEqualTo("1,234.5 (1,000.0 to 2,000.3)");
    }

    @Test
    void nothingHasNoMedian() {
        assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
