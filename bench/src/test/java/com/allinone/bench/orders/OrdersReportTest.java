package com.allinone.bench.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.bench.beside.Pgbench;
import com.allinone.bench.generating.Told;
import com.allinone.bench.generating.Wish;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrdersReportTest {
    private static final OrdersRun.Plan PLAN = new OrdersRun.Plan(1, 2, 0, 1, 0, false, false);

    @Test
    void theRatioCanBeComputedAnewFromTheRounds() {
        var json = new OrdersReport(PLAN, List.of(good(100), good(300), good(200)), List.of(pgbench(1_000)), List.of())
                .json();

        assertThat(json.path("perSecond").asDouble()).isEqualTo(100);
        assertThat(json.path("ratio").asDouble()).isEqualTo(0.1);
        assertThat(json.path("rounds").findValuesAsText("readyInTime")).containsExactly("100", "300", "200");
        assertThat(json.path("rounds").get(3).path("transactions").asLong()).isEqualTo(2_000);
    }

    @Test
    void processorTimeIsThatOfThePlatformOnly() {
        var round = good(200);

        assertThat(round.processorMillisPerOrder()).isEqualTo(2.0);
        assertThat(round.json().path("cpuMillis").toString()).contains("provider-simulator", "postgres");
        assertThat(round.json().path("generatorCpuMillis").asLong()).isEqualTo(50);
    }

    @Test
    void aRoundThatDoesNotHoldIsKeptAndDoesNotCount() {
        var json = new OrdersReport(PLAN, List.of(slow(400), good(200)), List.of(pgbench(1_000)), List.of()).json();

        assertThat(json.path("perSecond").asDouble()).isEqualTo(100);
        assertThat(json.path("rounds").get(0).path("held").asBoolean()).isFalse();
    }

    @Test
    void nothingHoldsThatIsRefusedCancelledOrLeft() {
        assertThat(good(10).held()).isTrue();
        assertThat(round(10, 1_000, 1, 0, 10).held()).isFalse();
        assertThat(round(10, 1_000, 0, 1, 10).held()).isFalse();
        assertThat(round(10, 1_000, 0, 0, 11).held()).isFalse();
        assertThat(round(10, 2_000_001, 0, 0, 10).held()).isFalse();
    }

    @Test
    void halfLoadHasNothingBesideIt() {
        var plan = new OrdersRun.Plan(1, 2, 0, 1, 0, true, false);
        var report = new OrdersReport(plan, List.of(good(100)), List.of(), List.of());

        assertThat(report.json().path("ratio").isNull()).isTrue();
        assertThat(report.json().path("postMillis").path("p99").asDouble()).isEqualTo(3);
        assertThat(report.table()).contains("half load").doesNotContain("pgbench");
    }

    @Test
    void theTableNamesBothAndTheRatio() {
        var table = new OrdersReport(PLAN, List.of(good(100)), List.of(pgbench(1_000)), List.of()).table();

        assertThat(table).contains("pgbench TPC-B, scale 50, 16 clients", "Ratio: 0.050", "1 of 1 rounds");
    }

    private static Round good(int orders) {
        return round(orders, 1_000, 0, 0, orders);
    }

    private static Round slow(int orders) {
        return round(orders, 3_000_000, 0, 0, orders);
    }

    private static Round round(int orders, long readyMicros, int left, int cancelled, int offered) {
        var accepted = Collections.nCopies(orders, 3_000L);
        var ready = Collections.nCopies(orders, readyMicros);
        return new Round(
                new Wish(1, 100, 2, 10),
                new Told(offered, Map.of("202", orders), orders, left, cancelled, accepted, ready, 0),
                Map.of("order", 150L, "postgres", 250L, "provider-simulator", 1_000L),
                50);
    }

    private static OrdersReport.Beside pgbench(double perSecond) {
        return new OrdersReport.Beside(new Pgbench.Run(Math.round(perSecond * 2), perSecond, 100, 10), 5);
    }
}
