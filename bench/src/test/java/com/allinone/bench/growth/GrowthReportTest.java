package com.allinone.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.bench.generating.Told;
import com.allinone.bench.generating.Wish;
import com.allinone.bench.orders.Round;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrowthReportTest {
    private static final Stage EMPTY = new Stage(0, 1, List.of(round(100, 1_000)));
    private static final Stage TWICE = new Stage(0, 2, List.of(round(80, 1_000)));

    @Test
    void theLongestHistoryIsComparedWithTheEmptyShop() {
        var json = report(
                        EMPTY,
                        TWICE,
                        new Stage(10, 1, List.of(round(99, 1_000))),
                        new Stage(1_000, 1, List.of(round(95, 1_200))))
                .result()
                .json();

        assertThat(json.path("perSecond").asDouble()).isEqualTo(95);
        assertThat(json.path("ratio").asDouble()).isEqualTo(0.95);
        assertThat(json.path("readyP99Ratio").asDouble()).isEqualTo(1.2);
        assertThat(json.path("cpuMillisPerUnit").asDouble()).isEqualTo(400.0 / 190);
    }

    @Test
    void everyRoundTellsOfWhichStageItIs() {
        var json = report(EMPTY, TWICE).result().json();

        assertThat(json.path("rounds").findValuesAsText("replicas")).containsExactly("1", "2");
        assertThat(json.path("stages").findValuesAsText("perSecond")).containsExactly("100.0", "80.0");
    }

    @Test
    void aRoundThatDoesNotHoldIsKeptAndDoesNotCount() {
        var stage = new Stage(10, 1, List.of(round(400, 3_000_000), round(90, 1_000)));

        assertThat(stage.of(Round::perSecond).median()).isEqualTo(90);
        assertThat(stage.held()).isEqualTo("1 of 2");
        assertThat(report(EMPTY, stage).result().json().path("rounds")).hasSize(3);
    }

    @Test
    void whereNothingHoldsThereIsNoRatio() {
        var report = report(EMPTY, new Stage(10, 1, List.of(round(400, 3_000_000))));

        assertThat(report.result().json().path("ratio").isNull()).isTrue();
        assertThat(report.result().table()).contains("10 orders, 1 replica", "0 of 1");
    }

    @Test
    void whatReplicasShowOnOneMachineIsSaidOnlyWhereThereAreSome() {
        assertThat(report(EMPTY, TWICE).result().table()).contains("0 orders, 2 replicas", "0.80", "Replicas share");
        assertThat(report(EMPTY).result().table()).doesNotContain("Replicas share");
    }

    private static GrowthReport report(Stage... stages) {
        return new GrowthReport(List.of(stages), 100, List.of());
    }

    private static Round round(int perSecond, long readyMicros) {
        var orders = perSecond * 2;
        return new Round(
                new Wish(1, 100, 2, 10),
                new Told(
                        orders,
                        Map.of("202", orders),
                        orders,
                        0,
                        0,
                        Collections.nCopies(orders, 3_000L),
                        Collections.nCopies(orders, readyMicros),
                        0),
                Map.of("order", 150L, "postgres", 250L, "provider-simulator", 1_000L),
                50,
                0);
    }
}
