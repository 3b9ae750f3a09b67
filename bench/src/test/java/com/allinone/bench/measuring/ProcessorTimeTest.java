package com.allinone.bench.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessorTimeTest {
    /** A shell that has done sums for a while, or one that has waited for a child that did. */
    private static final String SUMS = "i=0; while [ $i -lt 400000 ]; do i=$((i+1)); done";

    @Test
    void aLineIsUserAndSystemTimeOfItselfAndOfItsDeadChildren() {
        var line = "4711 (java) S 1 4711 4711 0 -1 4194560 9 8 7 6 100 20 3000 400 20 0 31 0 5551212 1 2 3";

        assertThat(ProcessorTime.ticks(line)).isEqualTo(100 + 20 + 3000 + 400);
    }

    @Test
    void aNameMayHoldSpacesAndBrackets() {
        var line = "4711 (a (very) odd) name) S 1 4711 4711 0 -1 4194560 9 8 7 6 1 2 3 4 20 0 31 0 5551212 1 2 3";

        assertThat(ProcessorTime.ticks(line)).isEqualTo(10);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatAnEndedChildHasUsedStillCounts() throws IOException, InterruptedException {
        var process = new ProcessBuilder("sh", "-c", "sh -c '" + SUMS + "'; echo; read line").start();
        try {
            assertThat(process.getInputStream().read()).isEqualTo('\n');

            assertThat(process.descendants()).isEmpty();
            assertThat(ProcessorTime.millis(process.toHandle())).isPositive();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatHasGoneHasUsedNothingAnyMore() throws IOException, InterruptedException {
        var process = new ProcessBuilder("true").start();
        process.waitFor();

        assertThat(ProcessorTime.millis(process.toHandle())).isZero();
    }

    @Test
    void whatWasUsedMeanwhileIsToldOfEachPart() {
        var used = ProcessorTime.between(Map.of("order", 100L), Map.of("order", 250L, "order-2", 30L));

        assertThat(used).isEqualTo(Map.of("order", 150L, "order-2", 30L));
    }
}
