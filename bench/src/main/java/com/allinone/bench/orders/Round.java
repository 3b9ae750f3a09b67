package com.allinone.bench.orders;

import com.allinone.bench.generating.Told;
import com.allinone.bench.generating.Wish;
import com.allinone.bench.measuring.Quantiles;
import com.allinone.bench.shop.BenchShop;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * One round of orders.
 *
 * @param processors milliseconds of processor time that each part used in it, by name
 * @param generatorMillis that of the load generator
 * @param standingByMillis that of the peers, which had nothing to do
 */
public record Round(Wish wish, Told told, Map<String, Long> processors, long generatorMillis, long standingByMillis) {
    /** Nobody waits longer for an order to be ready, but for one in a hundred. */
    public static final double MOST_READY_MILLIS = 2_000;

    public Round {
        processors = Map.copyOf(processors);
    }

    /** The same, with what is known of the peers. */
    Round standingBy(long millis) {
        return new Round(wish, told, processors, generatorMillis, millis);
    }

    /** Whether everything offered was accepted and got ready in time, with nothing left when the clock stopped. */
    public boolean held() {
        return told.offered() > 0
                && told.accepted().size() == told.offered()
                && told.cancelled() == 0
                && told.left() == 0
                && ready().micros(0.99) <= MOST_READY_MILLIS * 1_000;
    }

    /** Orders that became ready while orders arrived, a second. */
    public double perSecond() {
        return (double) told.readyInTime() / wish.seconds();
    }

    public Quantiles accepted() {
        return Quantiles.of(told.accepted());
    }

    public Quantiles ready() {
        return Quantiles.of(told.ready());
    }

    /** Processor time of the platform an order; neither the generator nor the payment provider is of the platform. */
    public double processorMillisPerOrder() {
        var platform = processors.entrySet().stream()
                .filter(part -> !part.getKey().equals(BenchShop.PROVIDER))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return (double) platform / Math.max(1, told.ready().size());
    }

    /** With the raw counts. */
    public ObjectNode json() {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("what", "orders")
                .put("held", held())
                .put("rate", wish.rate())
                .put("seconds", wish.seconds())
                .put("seed", wish.seed())
                .put("offered", told.offered())
                .put("ready", told.ready().size())
                .put("readyInTime", told.readyInTime())
                .put("left", told.left())
                .put("cancelled", told.cancelled())
                .put("perSecond", perSecond())
                .put("cpuMillisPerUnit", processorMillisPerOrder())
                .put("generatorCpuMillis", generatorMillis)
                .put("standingByCpuMillis", standingByMillis)
                .put("generatorLateMillis", told.latestSent() / 1_000.0);
        json.set("answers", JsonNodeFactory.instance.pojoNode(told.answers()));
        json.set("postMillis", accepted().json());
        json.set("readyMillis", ready().json());
        json.set("cpuMillis", JsonNodeFactory.instance.pojoNode(processors));
        return json;
    }
}
