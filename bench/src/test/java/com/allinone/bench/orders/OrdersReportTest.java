package com.allinone.bench.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.bench.beside.Peer;
import com.allinone.bench.generating.Told;
import com.allinone.bench.generating.Wish;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class OrdersReportTest {
    private static final OrdersRun.Plan PLAN =
            new OrdersRun.Plan(Subject.ORDERS, 1, 2, 0, 1, 0, false, false, Optional.empty());

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
        var plan = new OrdersRun.Plan(Subject.ORDERS, 1, 2, 0, 1, 0, true, false, Optional.empty());
        var report = new OrdersReport(plan, List.of(good(100)), List.of(), List.of());

        assertThat(report.json().path("ratio").isNull()).isTrue();
        assertThat(report.json().path("postMillis").path("p99").asDouble()).isEqualTo(3);
        assertThat(report.table()).contains("half load").doesNotContain("pgbench");
    }

    @Test
    void theTableNamesBothAndTheRatio() {
        var table = new OrdersReport(PLAN, List.of(good(100)), List.of(pgbench(1_000)), List.of()).table();

        assertThat(table)
                .contains("pgbench TPC-B, scale 50, 16 clients", "Ratio: 0.050", "goal: 0.35", "1 of 1 rounds");
    }

    @Test
    void theRatioIsThatToThePeerWithTheLowestGoalAndTheOthersAreNamed() {
        var plan = new OrdersRun.Plan(Subject.SAGA, 2, 2, 0, 1, 0, false, false, Optional.empty());
        var json = new OrdersReport(
                        plan,
                        List.of(good(2_000), good(2_000)),
                        List.of(engine("restate", 4, 250, 100, 250), engine("dbos", 2, 500)),
                        List.of())
                .json();

        assertThat(json.path("bench").asText()).isEqualTo("saga");
        assertThat(json.path("ratio").asDouble()).isEqualTo(2);
        assertThat(json.at("/ratios/dbos").asDouble()).isEqualTo(2);
        assertThat(json.at("/ratios/restate").asDouble()).isEqualTo(4);
        assertThat(json.at("/goals/restate").asDouble()).isEqualTo(4);
    }

    @Test
    void everyRoundOfAPeerIsKeptWithWhatEachOfItsProcessesUsed() {
        var rounds = new OrdersReport(PLAN, List.of(good(100)), List.of(engine("dbos", 2, 500, 300)), List.of())
                .json()
                .path("rounds");

        assertThat(rounds.findValuesAsText("workflows")).containsExactly("1000", "600");
        assertThat(rounds.get(1).path("seconds").asDouble()).isEqualTo(2);
        assertThat(rounds.get(1).at("/cpuMillis/jvm").asLong()).isEqualTo(500);
        assertThat(rounds.get(1).path("cpuMillisPerUnit").asDouble()).isEqualTo(1);
        assertThat(rounds.get(1).path("standingByCpuMillis").asLong()).isEqualTo(7);
    }

    @Test
    void theTableHasARowAndARatioForEachPeer() {
        var table = new OrdersReport(
                        PLAN, List.of(good(100)), List.of(engine("dbos", 2, 500), engine("restate", 4, 250)), List.of())
                .table();

        assertThat(table)
                .contains("Ratio: 0.100 orders a workflow of dbos, 64 threads; goal: 2.")
                .contains("Ratio: 0.200 orders a workflow of restate, 64 threads; goal: 4.");
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
                50,
                0);
    }

    private static Beside pgbench(double perSecond) {
        var run = new Peer.Run(Math.round(perSecond * 2), perSecond, Map.of("postgres", 100L), 10);
        return new Beside(
                "pgbench",
                "pgbench TPC-B, scale 50, 16 clients",
                "transaction",
                0.35,
                List.of(new Beside.PeerRound(run, 5)));
    }

    private static Beside engine(String name, double goal, double... perSecond) {
        var rounds = DoubleStream.of(perSecond)
                .mapToObj(each -> new Peer.Run(
                        Math.round(each * 2), each, Map.of("postgres", Math.round(each), "jvm", Math.round(each)), 0))
                .map(run -> new Beside.PeerRound(run, 7))
                .toList();
        return new Beside(name, name + ", 64 threads", "workflow", goal, rounds);
    }
}
