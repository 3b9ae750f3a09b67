package com.allinone.bench.orders;

import com.allinone.bench.beside.Pgbench;
import com.allinone.bench.measuring.Spread;
import com.allinone.bench.reporting.Machine;
import com.allinone.bench.reporting.Table;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What was measured of orders, for people and for whoever computes it anew. Only rounds that held count. */
public record OrdersReport(OrdersRun.Plan plan, List<Round> rounds, List<Beside> beside, List<Round> searched) {
    public OrdersReport {
        rounds = List.copyOf(rounds);
        beside = List.copyOf(beside);
        searched = List.copyOf(searched);
    }

    /**
     * A round of pgbench.
     *
     * @param shopMillis processor time that the shop, which had nothing to do, used meanwhile
     */
    record Beside(Pgbench.Run run, long shopMillis) {}

    private List<Round> counted() {
        return rounds.stream().filter(Round::held).toList();
    }

    private Spread of(ToDoubleFunction<Round> number) {
        return Spread.of(counted().stream().mapToDouble(number).boxed().toList());
    }

    private Spread perSecond() {
        return of(Round::perSecond);
    }

    private Spread transactions() {
        return Spread.of(beside.stream().map(each -> each.run().perSecond()).toList());
    }

    private Spread serverMillis() {
        return Spread.of(beside.stream()
                .map(each -> (double) each.run().serverMillis() / each.run().transactions())
                .toList());
    }

    /** For people. */
    public String table() {
        var table = new Table("median (min to max)", "a second", "CPU ms each");
        if (counted().isEmpty()) {
            return "No round held.";
        }
        table.row(
                plan.halfLoad() ? "orders, half load" : "orders",
                perSecond().text(0),
                of(Round::processorMillisPerOrder).text(2));
        if (!beside.isEmpty()) {
            table.row(
                    "pgbench TPC-B, scale %d, %d clients".formatted(Pgbench.SCALE, Pgbench.CLIENTS),
                    transactions().text(0),
                    serverMillis().text(2));
        }
        var times = new Table("median (min to max), ms", "p50", "p95", "p99");
        times.row(
                "POST until 202",
                of(round -> round.accepted().micros(0.5) / 1e3).text(0),
                of(round -> round.accepted().micros(0.95) / 1e3).text(0),
                of(round -> round.accepted().micros(0.99) / 1e3).text(0));
        times.row(
                "order until DELIVERY_READY",
                of(round -> round.ready().micros(0.5) / 1e3).text(0),
                of(round -> round.ready().micros(0.95) / 1e3).text(0),
                of(round -> round.ready().micros(0.99) / 1e3).text(0));
        var parts = new Table("CPU ms an order, median (min to max)", "");
        var names = new TreeMap<>(counted().getFirst().processors()).keySet();
        for (var name : names) {
            parts.row(name, of(round -> millis(round, name)).text(3));
        }
        parts.row(
                "(load generator)",
                of(round -> (double) round.generatorMillis() / round.told().offered())
                        .text(3));
        var ratio = beside.isEmpty()
                ? ""
                : String.format(Locale.ROOT, "%nRatio: %.3f orders a transaction of pgbench.%n", ratio());
        return Machine.line() + "\n\n" + table + "\n" + times + "\n" + parts + ratio
                + "%d of %d rounds of %d s held and count. CPU an order is that of all parts but the payment provider's simulator."
                        .formatted(counted().size(), rounds.size(), plan.seconds());
    }

    private double ratio() {
        return perSecond().median() / transactions().median();
    }

    private static double millis(Round round, String part) {
        Long millis = round.processors().get(part);
        return (millis == null ? 0 : millis)
                / (double) Math.max(1, round.told().ready().size());
    }

    /** For whoever computes it anew: every round with what was counted in it. */
    public ObjectNode json() {
        var json =
                JsonNodeFactory.instance.objectNode().put("bench", plan.halfLoad() ? "orders --half-load" : "orders");
        if (counted().isEmpty()) {
            json.put("perSecond", 0.0).putNull("ratio").putNull("cpuMillisPerUnit");
        } else {
            json.put("perSecond", perSecond().median());
            if (beside.isEmpty()) {
                json.putNull("ratio");
            } else {
                json.put("ratio", ratio());
            }
            json.put("cpuMillisPerUnit", of(Round::processorMillisPerOrder).median());
            var post = json.putObject("postMillis");
            var ready = json.putObject("readyMillis");
            for (var share : List.of(50, 95, 99)) {
                post.put(
                        "p" + share,
                        of(round -> round.accepted().micros(share / 100.0) / 1e3)
                                .median());
                ready.put(
                        "p" + share,
                        of(round -> round.ready().micros(share / 100.0) / 1e3).median());
            }
        }
        json.set("machine", Machine.json());
        var all = json.putArray("rounds");
        rounds.forEach(round -> all.add(round.json()));
        beside.forEach(each -> all.addObject()
                .put("what", "pgbench")
                .put("seconds", plan.seconds())
                .put("transactions", each.run().transactions())
                .put("perSecond", each.run().perSecond())
                .put("serverCpuMillis", each.run().serverMillis())
                .put("clientCpuMillis", each.run().clientMillis())
                .put("shopCpuMillis", each.shopMillis()));
        var search = json.putArray("search");
        searched.forEach(round -> search.add(round.json()));
        return json;
    }
}
