package com.allinone.bench.profiling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileTest {
    @Test
    void aPartIsTheLowestFrameOfItsStacks() {
        assertThat(Profile.under("order", List.of("a;b 3", "c 1"))).containsExactly("order;a;b 3", "order;c 1");
    }

    @Test
    void whatIsNoJvmIsAsWideAsItsProcessorTime() {
        var used = Map.of("postgres", 1_000L, "order", 700L, "idle", 4L);

        assertThat(Profile.alone(used, Set.of("order"))).containsExactly("postgres 200");
    }
}
