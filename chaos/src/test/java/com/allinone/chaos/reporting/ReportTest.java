package com.allinone.chaos.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.chaos.faults.Outcome;
import com.allinone.chaos.history.Attempt;
import com.allinone.chaos.invariants.Invariant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportTest {
    private final Attempt accepted = new Attempt(0, new UUID(0, 1), new UUID(0, 2), "tok_visa");
    private final Attempt refused = new Attempt(1, new UUID(0, 3), new UUID(0, 4), "tok_visa");
    private final Attempt unknown = new Attempt(2, new UUID(0, 5), new UUID(0, 6), "tok_visa");

    ReportTest() {
        accepted.accepted(new UUID(0, 7));
        refused.refused(422);
        unknown.unsure();
    }

    @Test
    void theSumOfTheViolationsAndEveryFaultStandInTheJson() {
        var json = report(List.of(
                        Invariant.of("holds", List.of(), "10 orders"),
                        Invariant.of("does not", List.of("a", "b"), "10 orders")))
                .json();

        assertThat(json.path("violations").asInt()).isEqualTo(2);
        assertThat(json.path("faults").asInt()).isEqualTo(2);
        assertThat(json.path("faultsByKind").path("kill -9 order").asInt()).isEqualTo(2);
        assertThat(json.path("notPossibleHere").path("disk full for kafka").asText())
                .isEqualTo("needs root");
        assertThat(json.path("orders").path("sent").asInt()).isEqualTo(3);
        assertThat(json.path("orders").path("accepted").asInt()).isEqualTo(1);
        assertThat(json.path("orders").path("refused").asInt()).isEqualTo(1);
        assertThat(json.path("orders").path("unknown").asInt()).isEqualTo(1);
    }

    @Test
    void theTableShowsExamplesOfWhatDoesNotHoldAndWhatCouldNotBeDone() {
        var table = report(List.of(Invariant.of("does not", List.of("order 7"), "1 order")))
                .table();

        assertThat(table).contains("! order 7", "not possible here: needs root", "seed 5");
    }

    private Report report(List<Invariant> invariants) {
        return new Report(
                5,
                List.of(accepted, refused, unknown),
                List.of(
                        new Outcome.Done("kill -9 order", "killed", 3),
                        new Outcome.Done("kill -9 order", "killed", 3),
                        new Outcome.Skipped("disk full for kafka", "needs root")),
                invariants,
                12,
                10,
                60);
    }
}
