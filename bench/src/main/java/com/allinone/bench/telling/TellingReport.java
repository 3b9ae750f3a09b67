package com.allinone.bench.telling;

import com.allinone.bench.measuring.Spread;
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
 * What telling costs. Only rounds that held count; of them the shop that tells has one for each of the silent one's.
 *
 * @param telling rounds of the shop as it runs in production
 * @param silent rounds of the one without traces and logs
 */
record TellingReport(List<Round> telling, List<Round> silent) {
    /** Orders a second that may be lost to it. */
    private static final double MOST = 0.10;

    Result result() {
        if (counted(telling).isEmpty() || counted(silent).isEmpty()) {
            return new Result(
                    "No round held.",
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("bench", "telling")
                            .putNull("ratio"));
        }
        var table = new Table("median (min to max)", "a second", "CPU ms each", "POST p99 ms", "ready p99 ms");
        row(table, "traces and logs as in production", telling);
        row(table, "no traces, errors only", silent);
        return new Result(Machine.line() + "\n\n" + table + words(), json());
    }

    private static List<Round> counted(List<Round> rounds) {
        return rounds.stream().filter(Round::held).toList();
    }

    private static Spread of(List<Round> rounds, ToDoubleFunction<Round> number) {
        return Spread.of(counted(rounds).stream().mapToDouble(number).boxed().toList());
    }

    private static void row(Table table, String what, List<Round> rounds) {
        table.row(
                what,
                of(rounds, Round::perSecond).text(0),
                of(rounds, Round::processorMillisPerOrder).text(2),
                of(rounds, round -> round.accepted().micros(0.99) / 1e3).text(0),
                of(rounds, round -> round.ready().micros(0.99) / 1e3).text(0));
    }

    /** Orders a second of the telling shop for each of the silent one's, where the processor is what both run out of. */
    private double ratio() {
        return of(silent, Round::processorMillisPerOrder).median()
                / of(telling, Round::processorMillisPerOrder).median();
    }

    private String words() {
        return String.format(
                Locale.ROOT,
                "%nWhere the processor is the limit, telling costs %.1f %% of the orders a second; at most %.0f %% may be.",
                100 * (1 - ratio()),
                100 * MOST);
    }

    private ObjectNode json() {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("bench", "telling")
                .put("perSecond", of(telling, Round::perSecond).median())
                .put("ratio", ratio())
                .put(
                        "cpuMillisPerUnit",
                        of(telling, Round::processorMillisPerOrder).median())
                .put(
                        "silentCpuMillisPerUnit",
                        of(silent, Round::processorMillisPerOrder).median());
        json.set("machine", Machine.json());
        var all = json.putArray("rounds");
        telling.forEach(round -> all.add(round.json().put("telling", true)));
        silent.forEach(round -> all.add(round.json().put("telling", false)));
        return json;
    }
}
