package com.allinone.launcher.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void aChildStaysInItsTrace() {
        var parent = TraceParent.parse("00-" + TRACE + "-b7ad6b7169203331-00").orElseThrow();

        assertThat(parent).isEqualTo(new TraceParent(TRACE, "b7ad6b7169203331", false));
        assertThat(parent.child().traceId()).isEqualTo(TRACE);
        assertThat(parent.child().spanId()).isNotEqualTo(parent.spanId());
    }

    @Test
    void whetherATraceIsKeptIsDecidedOnce() {
        var dropped = TraceParent.parse("00-" + TRACE + "-b7ad6b7169203331-00").orElseThrow();
        var kept = TraceParent.parse("00-" + TRACE + "-b7ad6b7169203331-03").orElseThrow();

        assertThat(dropped.child().text()).endsWith("-00");
        assertThat(kept.child().text()).endsWith("-01");
        assertThat(TraceParent.fresh().sampled()).isTrue();
    }

    @Test
    void whatIsBegunCanBeReadAgain() {
        var fresh = TraceParent.fresh();

        assertThat(TraceParent.parse(fresh.text())).contains(fresh);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"
            })
    void whatIsMalformedIsNoParent(@org.jspecify.annotations.Nullable String header) {
        assertThat(TraceParent.parse(header)).isEmpty();
    }
}
