package com.allinone.chaos.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.chaos.isolation.Row.Share;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IsolationReportTest {
    @Test
    void aDeadServiceMayFailItsOwnJourneys() {
        var own =
                new Row("catalog", Map.of(Journey.BROWSE, new Share(10, 10), Journey.PLACE_ORDER, new Share(10, 0)), 4);

        assertThat(new IsolationReport(List.of(own)).violations()).isZero();
        assertThat(new IsolationReport(List.of(own)).table()).contains("catalog", "100.0%", "0.0%", "4.0 s");
    }

    @Test
    void everyJourneyOfOthersThatFailsIsAViolation() {
        var other = new Row("catalog", Map.of(Journey.PLACE_ORDER, new Share(10, 3)), 4);
        var nobody = new Row("", Map.of(Journey.BROWSE, new Share(10, 2)), -1);

        assertThat(new IsolationReport(List.of(other, nobody)).violations()).isEqualTo(5);
        assertThat(new IsolationReport(List.of(other)).json().path("violations").asInt())
                .isEqualTo(3);
    }

    @Test
    void aBacklogThatIsNeverDrainedIsAViolation() {
        var stuck = new Row("payment", Map.of(), Double.POSITIVE_INFINITY);

        assertThat(new IsolationReport(List.of(stuck)).violations()).isEqualTo(1);
    }
}
