package com.allinone.bench.growth;

import com.allinone.bench.measuring.Spread;
import com.allinone.bench.orders.Round;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A shop of one size.
 *
 * @param orders of history
 * @param replicas of each service
 * @param rounds those that did not hold too; they do not count
 */
record Stage(long orders, int replicas, List<Round> rounds) {
    Stage {
        rounds = List.copyOf(rounds);
    }

    private List<Round> counted() {
        return rounds.stream().filter(Round::held).toList();
    }

    /** Whether any round held. */
    boolean counts() {
        return !counted().isEmpty();
    }

    Spread of(ToDoubleFunction<Round> number) {
        return Spread.of(counted().stream().mapToDouble(number).boxed().toList());
    }

    /** Milliseconds until an order is accepted, for 99 of 100. */
    static double post(Round round) {
        return round.accepted().micros(0.99) / 1e3;
    }

    /** Milliseconds until an order is ready, for 99 of 100. */
    static double ready(Round round) {
        return round.ready().micros(0.99) / 1e3;
    }

    String title() {
        return "%,d orders, %s".formatted(orders, replicas == 1 ? "1 replica" : replicas + " replicas");
    }

    String held() {
        return counted().size() + " of " + rounds.size();
    }

    void put(ObjectNode json) {
        json.put("history", orders).put("replicas", replicas);
        if (counts()) {
            json.put("perSecond", of(Round::perSecond).median())
                    .put("cpuMillisPerUnit", of(Round::processorMillisPerOrder).median())
                    .put("postP99Millis", of(Stage::post).median())
                    .put("readyP99Millis", of(Stage::ready).median());
        } else {
            json.put("perSecond", 0.0).putNull("cpuMillisPerUnit");
        }
    }
}
