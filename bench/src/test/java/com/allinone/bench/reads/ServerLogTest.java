package com.allinone.bench.reads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerLogTest {
    private static final String LOG = """
            2026-11-21 20:00:00.001 UTC [7] catalog LOG:  execute S_1: BEGIN
            2026-11-21 20:00:00.002 UTC [7] catalog LOG:  execute <unnamed>: select sku
            \t  from product
            \t where sku = $1 and words = $2 limit $10
            2026-11-21 20:00:00.002 UTC [7] catalog DETAIL:  Parameters: $1 = 'IT''S-$2', $2 = NULL, $10 = '21'
            2026-11-21 20:00:00.003 UTC [8] order LOG:  execute S_2: select 1 from product_copy where sku = $1
            2026-11-21 20:00:00.003 UTC [8] order DETAIL:  Parameters: $1 = 'OTHER'
            2026-11-21 20:00:00.004 UTC [9]  LOG:  checkpoint starting: time
            2026-11-21 20:00:00.005 UTC [7] catalog LOG:  execute S_3: COMMIT
            """;

    @Test
    void whatWasBoundIsWrittenOut() {
        assertThat(ServerLog.lastStatement(LOG, "catalog", "from product"))
                .hasValue("select sku\n  from product\n where sku = 'IT''S-$2' and words = NULL limit '21'");
    }

    @Test
    void aStatementWithoutParametersIsFoundToo() {
        assertThat(ServerLog.lastStatement(LOG, "catalog", "COMM")).hasValue("COMMIT");
    }

    @Test
    void otherDatabasesAndOtherWordsAreNotMeant() {
        assertThat(ServerLog.lastStatement(LOG, "order", "from product"))
                .hasValue("select 1 from product_copy where sku = 'OTHER'");
        assertThat(ServerLog.lastStatement(LOG, "payment", "from product")).isEmpty();
        assertThat(ServerLog.lastStatement(LOG, "catalog", "from orders")).isEmpty();
    }

    @Test
    void theLastOneCounts() {
        assertThat(ServerLog.lastStatement(LOG + LOG.replace("IT''S", "LATER"), "catalog", "from product"))
                .hasValueSatisfying(statement -> assertThat(statement).contains("LATER"));
    }
}
