package com.allinone.bench.telling;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.bench.generating.Told;
import com.allinone.bench.generating.Wish;
import com.allinone.bench.orders.Round;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TellingReportTest {
    @Test
    void whatTellingCostsIsTheProcessorTimeThatSilenceSaves() {
        var result = new TellingReport(List.of(round(1_000, 1_000)), List.of(round(900, 1_000))).result();

        assertThat(result.json().path("ratio").asDouble()).isEqualTo(0.9);
        assertThat(result.json().path("cpuMillisPerUnit").asDouble()).isEqualTo(5);
        assertThat(result.table()).contains("telling costs 10.0 % of the orders a second");
    }

    @Test
    void aRoundThatDoesNotHoldIsKeptAndDoesNotCount() {
        var late = round(5_000, 3_000_000);
        var result = new TellingReport(List.of(late, round(1_000, 1_000)), List.of(round(1_000, 1_000), late)).result();

        assertThat(result.json().path("ratio").asDouble()).isEqualTo(1);
        assertThat(result.json().path("rounds").findValuesAsText("held"))
                .containsExactly("false", "true", "true", "false");
    }

    @Test
    void whereNothingHoldsThereIsNoRatio() {
        var result = new TellingReport(List.of(round(1_000, 3_000_000)), List.of()).result();

        assertThat(result.json().path("ratio").isNull()).isTrue();
        assertThat(result.table()).isEqualTo("No round held.");
    }

    private static Round round(long cpuMillis, long readyMicros) {
        var orders = 200;
        return new Round(
                new Wish(1, 100, 2, 10),
                new Told(
                        orders,
                        Map.of("202", orders),
                        orders,
                        0,
                        0,
                        Collections.nCopies(orders, 1_000L),
                        Collections.nCopies(orders, readyMicros),
                        0),
                Map.of("order", cpuMillis),
                0,
                0);
    }
}
