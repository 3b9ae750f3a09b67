package com.allinone.bench.starting;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.bench.starting.FootprintRun.Idle;
import com.allinone.bench.starting.Starts.Start;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsTest {
    @Test
    void aCacheIsMeasuredAgainstTheFastJarOfItsOwnService() {
        var json = StartupRun.result(Map.of(
                        "order",
                        Map.of(
                                "fast-jar", List.of(new Start(4, 100 << 20), new Start(6, 100 << 20)),
                                "AOT cache", List.of(new Start(3, 90 << 20))),
                        "catalog",
                        Map.of("fast-jar", List.of(new Start(2, 1)), "AOT cache", List.of(new Start(1.6, 1)))))
                .json();

        assertThat(json.path("ratio").asDouble()).isEqualTo(0.7);
        assertThat(json.at("/services/order/fast-jar/seconds").asDouble()).isEqualTo(5);
        assertThat(json.at("/services/order/fast-jar/rounds")).hasSize(2);
    }

    @Test
    void withoutACacheThereIsNoRatio() {
        var json = StartupRun.result(Map.of("order", Map.of("fast-jar", List.of(new Start(4, 1)))))
                .json();

        assertThat(json.path("ratio").isNull()).isTrue();
    }

    @Test
    void anIdleShopIsTheSumOfItsParts() {
        var result = FootprintRun.result(
                Map.of("order", new Idle(300 << 20, 100), "kafka", new Idle(200 << 20, 200)), 600, 10);

        assertThat(result.json().path("bytes").asLong()).isEqualTo(500L << 20);
        assertThat(result.json().path("cores").asDouble()).isEqualTo(0.03);
        assertThat(result.table()).contains("3.00", "500");
    }
}
