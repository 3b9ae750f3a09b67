package com.allinone.bench.beside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.launcher.home.Failure;
import org.junit.jupiter.api.Test;

class PgbenchTest {
    private static final String OUTPUT = """
            transaction type: <builtin: TPC-B (sort of)>
            scaling factor: 50
            number of clients: 16
            number of transactions actually processed: 55190
            number of failed transactions: 0 (0.000%)
            latency average = 2.899 ms
            initial connection time = 41.000 ms
            tps = 5519.114223 (without initial connection time)
            """;

    @Test
    void whatPgbenchSaysIsRead() {
        assertThat(Pgbench.found(Pgbench.DONE, OUTPUT)).isEqualTo("55190");
        assertThat(Pgbench.found(Pgbench.TPS, OUTPUT)).isEqualTo("5519.114223");
    }

    @Test
    void whatItSaysInOtherWordsIsNotTakenForANumber() {
        assertThatThrownBy(() -> Pgbench.found(Pgbench.TPS, "tps = many"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("many");
    }
}
