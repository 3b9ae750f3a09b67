package com.allinone.bench.growth;

import com.allinone.bench.orders.OrderLoad;
import com.allinone.bench.orders.Round;
import com.allinone.bench.orders.Subject;
import com.allinone.bench.reporting.Result;
import com.allinone.bench.shop.BenchShop;
import com.allinone.bench.shop.History;
import com.allinone.bench.shop.Replica;
import com.allinone.launcher.parts.Ingress;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.running.Progress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One shop and its load, while the shop grows: first by replicas, then by history. */
public final class GrowthRun {
    /**
     * What the shop is told. The books are not compared while it is measured: the provider has never heard of a history
     * that was filled in, and every order of it would be a difference.
     */
    public static final Map<String, String> SETTINGS = Map.of("order.reconciliation.first-after", "PT24H");

    private final Site site;
    private final Progress progress;
    private final Plan plan;

    /**
     * What is measured, and how long it takes.
     *
     * @param histories orders of history, ascending; the first of them 0
     * @param replicas of each service, ascending; the first of them 1
     * @param rounds of each stage that hold
     * @param seconds of one round
     * @param warmUpSeconds before anything counts, and again when there are new processes
     * @param settleSeconds of load before each further stage
     * @param trialSeconds of one step of the search
     * @param rate what is offered, a second; 0 to search for the highest that holds in the empty shop
     */
    public record Plan(
            List<Long> histories,
            List<Integer> replicas,
            int rounds,
            int seconds,
            int warmUpSeconds,
            int settleSeconds,
            int trialSeconds,
            double rate,
            boolean build) {
        public Plan {
            histories = List.copyOf(histories);
            replicas = List.copyOf(replicas);
        }
    }

    public GrowthRun(Site site, Progress progress, Plan plan) {
        this.site = site;
        this.progress = progress;
        this.plan = plan;
    }

    public Result run() throws InterruptedException {
        try (var shop = BenchShop.whole(site, progress, plan.build());
                var load = OrderLoad.of(Subject.ORDERS, shop, progress)) {
            load.warmUp(plan.warmUpSeconds(), plan.rate());
            var searched = new ArrayList<Round>();
            var rate = plan.rate() > 0 ? plan.rate() : load.search(plan.trialSeconds(), searched);
            var stages = new ArrayList<Stage>();
            stages.add(stage(load, rate, 0, 1));
            for (var replicas : plan.replicas().subList(1, plan.replicas().size())) {
                stages.add(replicated(shop, load, rate, replicas));
            }
            stages.addAll(remembering(load, rate));
            return new GrowthReport(stages, rate, searched).result();
        }
    }

    private Stage replicated(BenchShop shop, OrderLoad load, double rate, int replicas) {
        var more = Replica.upTo(site, replicas);
        var door = (Ingress) shop.part(Ingress.NAME);
        try {
            shop.start(more);
            shop.start(List.of(door.before(Replica.ports(site, replicas))));
            load.warmUp(plan.warmUpSeconds(), rate);
            return stage(load, rate, 0, replicas);
        } finally {
            shop.start(List.of(door));
            shop.stop(more);
        }
    }

    private List<Stage> remembering(OrderLoad load, double rate) {
        var most = plan.histories().getLast();
        var stages = new ArrayList<Stage>();
        if (most > 0) {
            var history = new History(site, progress, Clock.systemUTC().instant(), most, OrderLoad.SHOPPERS);
            for (var orders : plan.histories().subList(1, plan.histories().size())) {
                history.grow(orders);
                load.warmUp(plan.settleSeconds(), rate);
                stages.add(stage(load, rate, orders, 1));
            }
        }
        return stages;
    }

    private Stage stage(OrderLoad load, double rate, long orders, int replicas) {
        progress.part("growth", new Stage(orders, replicas, List.of()).title());
        var rounds = new ArrayList<Round>();
        for (var number = 0; number < plan.rounds(); number++) {
            if (load.untilHeld(rate, plan.seconds(), () -> 0, rounds).isEmpty()) {
                break;
            }
        }
        return new Stage(orders, replicas, rounds);
    }
}
