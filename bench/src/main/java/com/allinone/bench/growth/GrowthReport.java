package com.allinone.bench.growth;

import com.allinone.bench.orders.Round;
import com.allinone.bench.reporting.Machine;
import com.allinone.bench.reporting.Result;
import com.allinone.bench.reporting.Table;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What was measured of growth.
 *
 * @param stages the first of them is what the others are compared with: it is empty, and has one replica of each service
 * @param rate that was offered first at each stage, a second
 */
record GrowthReport(List<Stage> stages, double rate, List<Round> searched) {
    GrowthReport {
        stages = List.copyOf(stages);
        searched = List.copyOf(searched);
    }

    Result result() {
        var table = new Table(
                "median (min to max)", "a second", "of empty", "CPU ms each", "POST p99 ms", "ready p99 ms", "held");
        stages.forEach(stage -> table.row(
                stage.title(),
                text(stage, Round::perSecond, 0),
                share(stage, Round::perSecond),
                text(stage, Round::processorMillisPerOrder, 2),
                text(stage, Stage::post, 0),
                text(stage, Stage::ready, 0),
                stage.held()));
        return new Result(Machine.line() + "\n\n" + table + words(), json());
    }

    private String words() {
        return String.format(
                Locale.ROOT,
                "%nEach stage was offered %.0f orders a second, and less only after a round did not hold. Stages came"
                        + " one after the other: each in a shop that had run for longer than that of the one before.%n%s",
                rate,
                stages.stream().anyMatch(stage -> stage.replicas() > 1)
                        ? "Replicas share " + Runtime.getRuntime().availableProcessors()
                                + " cores here with everything else, so they show what more processes cost, not what"
                                + " more machines bring.\n"
                        : "");
    }

    private static String text(Stage stage, ToDoubleFunction<Round> number, int decimals) {
        return stage.counts() ? stage.of(number).text(decimals) : "-";
    }

    private String share(Stage stage, ToDoubleFunction<Round> number) {
        return stage.counts() && stages.getFirst().counts()
                ? String.format(Locale.ROOT, "%.2f", median(stage, number) / median(stages.getFirst(), number))
                : "-";
    }

    private static double median(Stage stage, ToDoubleFunction<Round> number) {
        return stage.counts() ? stage.of(number).median() : 0;
    }

    /** The longest history, with one replica of each service. */
    private Stage longest() {
        return stages.stream()
                .filter(stage -> stage.replicas() == 1)
                .reduce((one, other) -> other.orders() >= one.orders() ? other : one)
                .orElseThrow();
    }

    private ObjectNode json() {
        var empty = stages.getFirst();
        var longest = longest();
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("bench", "growth")
                .put("perSecond", median(longest, Round::perSecond))
                .put("rate", rate);
        if (empty.counts() && longest.counts()) {
            json.put("ratio", median(longest, Round::perSecond) / median(empty, Round::perSecond))
                    .put("readyP99Ratio", median(longest, Stage::ready) / median(empty, Stage::ready))
                    .put("postP99Ratio", median(longest, Stage::post) / median(empty, Stage::post))
                    .put("cpuMillisPerUnit", median(longest, Round::processorMillisPerOrder));
        } else {
            json.putNull("ratio").putNull("cpuMillisPerUnit");
        }
        json.set("machine", Machine.json());
        var all = json.putArray("stages");
        stages.forEach(stage -> stage.put(all.addObject()));
        var rounds = json.putArray("rounds");
        stages.forEach(stage -> stage.rounds()
                .forEach(round ->
                        rounds.add(round.json().put("history", stage.orders()).put("replicas", stage.replicas()))));
        var search = json.putArray("search");
        searched.forEach(round -> search.add(round.json()));
        return json;
    }
}
