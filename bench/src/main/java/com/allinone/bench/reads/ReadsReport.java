package com.allinone.bench.reads;

import com.allinone.bench.measuring.Spread;
import com.allinone.bench.reporting.Machine;
import com.allinone.bench.reporting.Result;
import com.allinone.bench.reporting.Table;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What was measured of reads. */
record ReadsReport(List<Read> reads, List<Round> rounds, Map<String, Explained> plans, boolean showsPlans) {
    private Spread of(Read read, boolean bare, ToDoubleFunction<Round> number) {
        return Spread.of(rounds.stream()
                .filter(round -> round.read().equals(read) && round.bare() == bare)
                .map(number::applyAsDouble)
                .toList());
    }

    private double ratio(Read read) {
        return of(read, false, Round::perSecond).median()
                / of(read, true, Round::perSecond).median();
    }

    Result result() {
        return new Result(Machine.line() + "\n\n" + table() + explained(), json());
    }

    private String table() {
        var table = new Table(
                "median (min to max)", "a second", "CPU ms each", "bare, a second", "bare, CPU ms each", "ratio");
        reads.forEach(read -> table.row(
                read.title(),
                of(read, false, Round::perSecond).text(0),
                of(read, false, Round::millisEach).text(3),
                of(read, true, Round::perSecond).text(0),
                of(read, true, Round::millisEach).text(3),
                String.format(Locale.ROOT, "%.3f", ratio(read))));
        return table + "\nCPU is that of the service and PostgreSQL, or of the bare endpoint.\n";
    }

    private String explained() {
        if (!showsPlans) {
            return "";
        }
        var text = new StringBuilder();
        reads.forEach(read -> text.append('\n')
                .append(read.title())
                .append(": ")
                .append(plan(read).text())
                .append('\n'));
        return text.toString();
    }

    private Explained plan(Read read) {
        var plan = plans.get(read.name());
        if (plan == null) {
            throw new IllegalStateException("Nothing was explained of " + read.name());
        }
        return plan;
    }

    private ObjectNode json() {
        var first = reads.getFirst();
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("bench", "reads")
                .put("perSecond", of(first, false, Round::perSecond).median())
                .put("ratio", ratio(first))
                .put("cpuMillisPerUnit", of(first, false, Round::millisEach).median());
        json.set("machine", Machine.json());
        var each = json.putObject("reads");
        reads.forEach(read -> each.putObject(read.name())
                .put("perSecond", of(read, false, Round::perSecond).median())
                .put("ratio", ratio(read))
                .put("cpuMillisPerUnit", of(read, false, Round::millisEach).median())
                .put("barePerSecond", of(read, true, Round::perSecond).median())
                .put("bareCpuMillisPerUnit", of(read, true, Round::millisEach).median())
                .set("sql", plan(read).json()));
        var all = json.putArray("rounds");
        rounds.forEach(round -> all.add(round.json()));
        return json;
    }
}
