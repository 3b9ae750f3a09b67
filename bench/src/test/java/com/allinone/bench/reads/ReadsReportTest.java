package com.allinone.bench.reads;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.bench.generating.ReadTold;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadsReportTest {
    private static final List<Read> READS = Read.all(1_000, List.of("token"));

    @Test
    void theRatioIsThatOfTheFirstReadAndCanBeComputedAnew() {
        var json = report(false).result().json();

        assertThat(json.path("perSecond").asDouble()).isEqualTo(600);
        assertThat(json.path("ratio").asDouble()).isEqualTo(0.6);
        assertThat(json.path("cpuMillisPerUnit").asDouble()).isEqualTo(0.5);
        assertThat(json.path("rounds"))
                .hasSize(8)
                .allSatisfy(round -> assertThat(round.path("requests").asDouble()
                                / round.path("seconds").asDouble())
                        .isEqualTo(round.path("perSecond").asDouble()));
    }

    @Test
    void processorTimeOfWhoeverIsNotAskedDoesNotCount() {
        var round = report(false).rounds().getFirst();

        assertThat(round.millisEach()).isEqualTo(0.5);
        assertThat(round.json().path("cpuMillis").toString()).contains("kafka");
    }

    @Test
    void everyReadIsReportedWithItsPlan() {
        var json = report(false).result().json().path("reads");

        assertThat(json).hasSize(4).allSatisfy(read -> {
            assertThat(read.path("barePerSecond").asDouble()).isEqualTo(1_000);
            assertThat(read.path("sql").path("plan").get(0).asText()).isEqualTo("Index Scan");
        });
    }

    @Test
    void plansAreShownToPeopleOnRequestOnly() {
        assertThat(report(true).result().table()).contains("my orders", "0.600", "Index Scan");
        assertThat(report(false).result().table()).contains("my orders").doesNotContain("Index Scan");
    }

    @Test
    void aPlanIsShortened() {
        var plan = new Explained("select\n   " + "x, ".repeat(500), List.of("y".repeat(500), "Limit")).shortened();

        assertThat(plan.statement()).startsWith("select x, x").endsWith(" …").hasSize(402);
        assertThat(plan.lines().getFirst()).hasSize(152);
        assertThat(plan.lines().getLast()).isEqualTo("Limit");
    }

    private static ReadsReport report(boolean showsPlans) {
        var rounds = new ArrayList<Round>();
        var plans = new HashMap<String, Explained>();
        for (var read : READS) {
            rounds.add(round(read, false, 1_200));
            rounds.add(round(read, true, 2_000));
            plans.put(read.name(), new Explained("select 1", List.of("Index Scan")));
        }
        return new ReadsReport(READS, rounds, plans, showsPlans);
    }

    private static Round round(Read read, boolean bare, long requests) {
        var told = new ReadTold(requests, 2, requests * 10, Map.of(), JsonNodeFactory.instance.objectNode());
        var counted = bare ? List.of(Bare.NAME) : List.of(read.service(), "postgres");
        var used = Map.of(read.service(), 400L, "postgres", 200L, Bare.NAME, 100L, "kafka", 50L);
        return new Round(read, bare, told, used, counted, 30);
    }
}
