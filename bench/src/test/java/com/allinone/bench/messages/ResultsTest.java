package com.allinone.bench.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.bench.beside.Peer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsTest {
    @Test
    void aRelayTellsItsRowsAndItsMicrosecondsOfPostgres() {
        var result = RelayRun.result(List.of(
                new RelayRun.Round(10_000, 0.5, Map.of("postgres", 100L, "order", 200L, "kafka", 100L)),
                new RelayRun.Round(10_000, 1.0, Map.of("postgres", 300L, "order", 200L, "kafka", 100L))));

        assertThat(result.json().path("perSecond").asDouble()).isEqualTo(15_000);
        assertThat(result.json().path("postgresMicrosPerUnit").asDouble()).isEqualTo(20);
        assertThat(result.json().path("cpuMillisPerUnit").asDouble()).isEqualTo(0.05);
        assertThat(result.json().path("rounds").findValuesAsText("seconds")).containsExactly("0.5", "1.0");
    }

    @Test
    void aFlashSaleTellsWhatWasOversold() {
        var sale = new FlashSaleRun.Sale(1_000, 500, 501, 499, 1, 0.1, Map.of("inventory", 100L));
        var json = FlashSaleRun.result(
                        List.of(sale), List.of(new Peer.Run(20_000, 2_000, Map.of("postgres", 900L), 10)), 10)
                .json();

        assertThat(json.path("oversold").asLong()).isEqualTo(1);
        assertThat(json.path("perSecond").asDouble()).isEqualTo(10_000);
        assertThat(json.path("ratio").asDouble()).isEqualTo(5);
        assertThat(json.path("rounds").get(0).path("units").asInt()).isEqualTo(500);
    }

    @Test
    void commandsHaveIdsThatInventoryTakes() {
        var id = Commands.id(1_795_000_000_000L);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(1_795_000_000_000L);
        assertThat(Commands.reserve("FLASH-001", 1).key())
                .isNotEqualTo(Commands.reserve("FLASH-001", 1).key());
    }
}
