package com.allinone.bench.beside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbos.transact.DBOS;
import org.junit.jupiter.api.Test;

class DbosTest {
    @Test
    void theVersionThatIsNamedIsTheOneThatRuns() {
        assertThat(Dbos.VERSION).isEqualTo(DBOS.version());
    }
}
