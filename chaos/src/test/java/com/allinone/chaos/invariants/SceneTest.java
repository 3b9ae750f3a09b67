package com.allinone.chaos.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SceneTest {
    /** Larger than what Java keeps boxed only once. */
    private static final long AMOUNT = 12_900;

    @Test
    void equalAmountsDoNotDiffer() {
        assertThat(Scene.differences(Map.of("a", AMOUNT), Map.of("a", Long.valueOf("12900")), "one", "other"))
                .isEmpty();
        assertThat(Scene.differences(Map.of("a", 0L), Map.of(), "one", "other")).isEmpty();
        assertThat(Scene.differences(Map.of(), Map.of("a", 0L), "one", "other")).isEmpty();
    }

    @Test
    void whateverStandsInOneOnlyOrIsAnotherAmountDiffers() {
        assertThat(Scene.differences(Map.of("a", AMOUNT), Map.of("a", 1L), "one", "other"))
                .containsExactly("a: one says 12900, other says 1");
        assertThat(Scene.differences(Map.of("a", AMOUNT), Map.of(), "one", "other"))
                .hasSize(1);
        assertThat(Scene.differences(Map.of(), Map.of("a", AMOUNT), "one", "other"))
                .hasSize(1);
    }
}
