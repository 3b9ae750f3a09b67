package com.allinone.bench.orders;

import com.allinone.bench.beside.Peer;
import com.allinone.bench.generating.Generator;
import com.allinone.bench.generating.Setting;
import com.allinone.bench.generating.Wish;
import com.allinone.bench.shop.BenchShop;
import com.allinone.bench.shop.Stocking;
import com.allinone.bench.shop.Tokens;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.running.Progress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** A shop and its load; warm-up; the search; rounds beside peers. */
public final class OrdersRun {
    private static final int SHOPPERS = 1_000;
    private static final double SAMPLED = 0.05;
    private static final int PATIENCE_SECONDS = 45;
    private static final int WARM_UP_SLICE = 5;
    private static final double WARM_UP_RATE = 60;
    private static final double PRECISION = 0.06;
    /** A round that did not hold is repeated at a lower rate, so often at most. */
    private static final int MOST_REPEATS = 5;

    private static final double LOWER = 0.92;

    private final Site site;
    private final Progress progress;
    private final Plan plan;
    private final List<Rival> rivals;
    private long seed;

    /**
     * How long everything takes.
     *
     * @param subject what carries the orders
     * @param rounds of everything, in turn
     * @param seconds of one round
     * @param warmUpSeconds before anything counts
     * @param trialSeconds of one step of the search
     * @param rate what is offered, a second; 0 to search for the highest that holds
     * @param halfLoad whether rounds are at half of that, and not beside peers
     */
    public record Plan(
            Subject subject,
            int rounds,
            int seconds,
            int warmUpSeconds,
            int trialSeconds,
            double rate,
            boolean halfLoad,
            boolean build) {}

    public OrdersRun(Site site, Progress progress, Plan plan, List<Rival> rivals) {
        this.site = site;
        this.progress = progress;
        this.plan = plan;
        this.rivals = List.copyOf(rivals);
    }

    public OrdersReport run() throws InterruptedException {
        try (var shop = plan.subject().start(site, progress, plan.build())) {
            progress.part("bench", "filling the shelves with %d products".formatted(Stocking.SKUS));
            var tokens = Tokens.of(site, Clock.systemUTC());
            var assortment = new Stocking(shop, tokens).fill();
            var setting = new Setting(
                    plan.subject().port(site.ports()),
                    "127.0.0.1:" + site.ports().kafka(),
                    tokens.shoppers(SHOPPERS),
                    assortment,
                    SAMPLED);
            try (var generator =
                    Generator.start(setting, site.home().run().resolve("generator.json"), shop.log("generator"))) {
                warmUp(shop, generator);
                var searched = new ArrayList<Round>();
                var rate = plan.rate() > 0 ? plan.rate() : search(shop, generator, searched);
                return plan.halfLoad()
                        ? atHalf(shop, generator, rate, searched)
                        : beside(shop, generator, rate, searched);
            }
        }
    }

    private void warmUp(BenchShop shop, Generator generator) {
        var target = plan.rate() > 0 ? plan.rate() * 0.8 : WARM_UP_RATE * 3;
        for (var second = 0; second < plan.warmUpSeconds(); second += WARM_UP_SLICE) {
            var share = (second + WARM_UP_SLICE) / (double) plan.warmUpSeconds();
            round(shop, generator, "warm-up", Math.max(WARM_UP_RATE / 2, target * Math.min(1, share)), WARM_UP_SLICE);
        }
    }

    private double search(BenchShop shop, Generator generator, List<Round> searched) {
        var search = new RateSearch(WARM_UP_RATE * 2, PRECISION);
        for (var next = search.next(); next.isPresent(); next = search.next()) {
            var round = round(shop, generator, "search", next.getAsDouble(), plan.trialSeconds());
            searched.add(round);
            search.tried(round.held());
        }
        if (search.highest() == 0) {
            throw Failure.untrue("No rate held, not even one order a second.");
        }
        return search.highest();
    }

    private OrdersReport beside(BenchShop shop, Generator generator, double found, List<Round> searched)
            throws InterruptedException {
        var rounds = new ArrayList<Round>();
        var rate = found;
        try (var peers = Peers.start(rivals, site, progress)) {
            for (var number = 0; number < plan.rounds(); number++) {
                rate = held(shop, generator, rate, rounds, peers);
                peers.round(plan.seconds(), () -> Peer.millis(shop.processorMillis()));
            }
            return new OrdersReport(plan, rounds, peers.all(), searched);
        }
    }

    private OrdersReport atHalf(BenchShop shop, Generator generator, double found, List<Round> searched) {
        var rounds = new ArrayList<Round>();
        for (var number = 0; number < plan.rounds(); number++) {
            rounds.add(round(shop, generator, "half load", found / 2, plan.seconds()));
        }
        return new OrdersReport(plan, rounds, List.of(), searched);
    }

    /** Rounds until one holds; returns the rate of that one. All are kept. */
    private double held(BenchShop shop, Generator generator, double first, List<Round> rounds, Peers peers) {
        var rate = first;
        for (var attempt = 0; attempt <= MOST_REPEATS; attempt++) {
            var before = peers.processorMillis();
            var round = round(shop, generator, plan.subject().bench(), rate, plan.seconds())
                    .standingBy(peers.processorMillis() - before);
            rounds.add(round);
            if (round.held()) {
                return rate;
            }
            rate *= LOWER;
        }
        throw Failure.untrue("What the search found did not hold in %d rounds, each slower than the one before."
                .formatted(MOST_REPEATS + 1));
    }

    private Round round(BenchShop shop, Generator generator, String what, double rate, int seconds) {
        var before = shop.processorMillis();
        var generated = generator.processorMillis();
        var wish = new Wish(++seed, rate, seconds, PATIENCE_SECONDS);
        var told = generator.drive(wish);
        var used = new TreeMap<>(shop.processorMillis());
        before.forEach((part, millis) -> used.merge(part, -millis, Long::sum));
        var round = new Round(wish, told, used, generator.processorMillis() - generated, 0);
        progress.part(what, line(round));
        return round;
    }

    private static String line(Round round) {
        return String.format(
                Locale.ROOT,
                "%.0f/s offered, %.0f/s ready; POST p99 %.0f ms, ready p99 %.0f ms; %d left; %.2f ms CPU an order: %s",
                round.wish().rate(),
                round.perSecond(),
                round.accepted().micros(0.99) / 1e3,
                round.ready().micros(0.99) / 1e3,
                round.told().left(),
                round.processorMillisPerOrder(),
                round.held() ? "holds" : "does not hold " + round.told().answers());
    }
}
