package com.allinone.bench.orders;

import com.allinone.bench.measuring.Spread;
import com.allinone.bench.reporting.Machine;
import com.allinone.bench.reporting.Table;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What was measured of orders, for people and for whoever computes it anew. Only rounds that held count. */
public record OrdersReport(OrdersRun.Plan plan, List<Round> rounds, List<Beside> beside, List<Round> searched) {
    public OrdersReport {
        rounds = List.copyOf(rounds);
        beside = List.copyOf(beside);
        searched = List.copyOf(searched);
    }

    private List<Round> counted() {
        return rounds.stream().filter(Round::held).toList();
    }

    private Spread of(ToDoubleFunction<Round> number) {
        return Spread.of(counted().stream().mapToDouble(number).boxed().toList());
    }

    private Spread perSecond() {
        return of(Round::perSecond);
    }

    /** For people. */
    public String table() {
        var table = new Table("median (min to max)", "a second", "CPU ms each");
        if (counted().isEmpty()) {
            return "No round held.";
        }
        table.row(
                plan.halfLoad() ? "orders, half load" : plan.subject().title(),
                perSecond().text(0),
                of(Round::processorMillisPerOrder).text(2));
        beside.forEach(peer -> table.row(
                peer.title(), peer.perSecond().text(0), peer.millisEach().text(2)));
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
        return Machine.line() + "\n\n" + table + "\n" + times + "\n" + parts + ratios()
                + "\n%d of %d rounds of %d s held and count. CPU an order is that of all parts but the payment provider's simulator."
                        .formatted(counted().size(), rounds.size(), plan.seconds());
    }

    private String ratios() {
        return beside.stream()
                .map(peer -> String.format(
                        Locale.ROOT,
                        "%nRatio: %.3f orders a %s of %s; goal: %s.",
                        ratio(peer),
                        peer.unit(),
                        peer.title(),
                        BigDecimal.valueOf(peer.goal()).stripTrailingZeros().toPlainString()))
                .collect(Collectors.joining());
    }

    private double ratio(Beside peer) {
        return perSecond().median() / peer.perSecond().median();
    }

    private static double millis(Round round, String part) {
        Long millis = round.processors().get(part);
        return (millis == null ? 0 : millis)
                / (double) Math.max(1, round.told().ready().size());
    }

    /** For whoever computes it anew: every round with what was counted in it. */
    public ObjectNode json() {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("bench", plan.subject().bench() + (plan.halfLoad() ? " --half-load" : ""));
        if (counted().isEmpty()) {
            json.put("perSecond", 0.0).putNull("ratio").putNull("cpuMillisPerUnit");
        } else {
            json.put("perSecond", perSecond().median());
            ratios(json);
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
        beside.forEach(peer -> peer.addTo(all));
        var search = json.putArray("search");
        searched.forEach(round -> search.add(round.json()));
        return json;
    }

    /** The ratio is that to the peer with the lowest goal, which is the one that does most. */
    private void ratios(ObjectNode json) {
        beside.stream()
                .min(Comparator.comparingDouble(Beside::goal))
                .ifPresentOrElse(peer -> json.put("ratio", ratio(peer)), () -> json.putNull("ratio"));
        var ratios = json.putObject("ratios");
        var goals = json.putObject("goals");
        beside.forEach(peer -> {
            ratios.put(peer.name(), ratio(peer));
            goals.put(peer.name(), peer.goal());
        });
    }
}
