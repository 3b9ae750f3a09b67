package com.allinone.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.charts.Charts.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whoever has no more than Maven still sees what a change of the charts changes in the cluster. */
class RenderedChartsTest {

    /** This Helm leaves out what its hooks are; what they render is seen by .ci/cluster only. */
    private static final String HOOK = "helm.sh/hook:";

    static final List<Case> CASES = Charts.cases();

    @BeforeAll
    static void copy() {
        Charts.copy();
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void renderAsTheyAreKept(Case one) throws IOException {
        assertThat(objects(one.rendered()))
                .as("what %s renders; .ci/cluster --render writes it anew", one)
                .containsExactlyElementsOf(objects(Files.readString(one.expected())).stream()
                        .filter(object -> !object.contains(HOOK))
                        .toList());
    }

    @Test
    void everythingThatIsKeptIsRendered() throws IOException {
        try (var kept = Files.walk(Path.of("..", "charts", "rendered"))) {
            assertThat(kept.filter(Files::isRegularFile)).hasSize(CASES.size());
        }
    }

    @Test
    void aWrongValueIsRefusedByTheSchema(@TempDir Path directory) throws IOException {
        Path wrong = Files.writeString(directory.resolve("wrong.yaml"), "replicas: two\n");

        assertThatThrownBy(() -> new Case("order", "rollout").template(wrong)).hasMessageContaining("/replicas");
    }

    private static List<String> objects(String text) {
        return Stream.of(text.split("(?m)^---$"))
                .map(String::strip)
                .filter(object -> !object.isEmpty())
                .toList();
    }
}
