package com.allinone.launcher.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SizingTest {
    private static final Path CHECKOUT = Path.of("..");
    private final SizingFiles files = SizingFiles.of(CHECKOUT);

    @Test
    void smallDemandTakesTwoOfEachInTheSmallestProfile() {
        var sizing = new Sizing(files, 1, 20);

        assertThat(sizing.profile()).contains("S");
        assertThat(amounts(sizing))
                .containsEntry("order replicas", 2L)
                .containsEntry("identity replicas", 2L)
                .containsEntry("partitions a topic", 6L)
                .containsEntry("connections", 10L * 12 + 60)
                .containsEntry("Kafka brokers", 3L);
    }

    @Test
    void twiceTheOrdersNeverTakeLess() {
        var once = amounts(new Sizing(files, 200, 20));
        var twice = amounts(new Sizing(files, 400, 20));

        assertThat(twice.keySet()).isEqualTo(once.keySet());
        assertThat(twice)
                .allSatisfy((what, amount) ->
                        assertThat(amount).as(what).isGreaterThanOrEqualTo(once.getOrDefault(what, Long.MAX_VALUE)));
    }

    @Test
    void moreThanAnyProfileIsMeantForHasNone() {
        assertThat(new Sizing(files, 1_500, 20).profile()).isEmpty();
    }

    @Test
    void everyProfileBearsWhatItIsMeantFor() {
        for (var profile : files.profiles().properties()) {
            var peak = profile.getValue().path("ordersPerSecond").asDouble();
            List<String> missing = new Sizing(files, peak, 20)
                    .needs().stream()
                            .filter(need -> Sizing.has(profile.getValue(), need.what())
                                    .filter(has -> has < need.amount())
                                    .isPresent())
                            .map(need -> need.what() + ": " + need.arithmetic())
                            .toList();

            assertThat(missing).as(profile.getKey()).isEmpty();
        }
    }

    @Test
    void theCostCardIsWhatTheFilesSay() throws IOException {
        var page = Files.readString(CHECKOUT.resolve("docs/cost.md"));

        assertThat(page)
                .as("docs/cost.md; ./shop size --cost-card prints its tables")
                .contains(new CostCard(files).markdown());
    }

    private static Map<String, Long> amounts(Sizing sizing) {
        return sizing.needs().stream().collect(Collectors.toMap(Need::what, Need::amount));
    }
}
