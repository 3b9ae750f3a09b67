package com.allinone.bench.orders;

import com.allinone.bench.generating.Generator;
import com.allinone.bench.generating.Setting;
import com.allinone.bench.generating.Wish;
import com.allinone.bench.measuring.ProcessorTime;
import com.allinone.bench.shop.BenchShop;
import com.allinone.bench.shop.Stocking;
import com.allinone.bench.shop.Tokens;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.running.Progress;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** The load of a stocked shop: rounds of orders, a warm-up, and the search for the highest rate that holds. */
public final class OrderLoad implements AutoCloseable {
    public static final int SHOPPERS = 1_000;
    private static final double SAMPLED = 0.05;
    private static final int PATIENCE_SECONDS = 45;
    private static final int WARM_UP_SLICE = 5;
    private static final double WARM_UP_RATE = 60;
    private static final double PRECISION = 0.06;
    /** A round that did not hold is repeated at a lower rate, so often at most. */
    private static final int MOST_REPEATS = 5;

    private static final double LOWER = 0.92;

    private final Subject subject;
    private final BenchShop shop;
    private final Progress progress;
    private final Generator generator;
    private long seed;

    private OrderLoad(Subject subject, BenchShop shop, Progress progress, Generator generator) {
        this.subject = subject;
        this.shop = shop;
        this.progress = progress;
        this.generator = generator;
    }

    /** Fills the shelves of a shop that was started for the subject, and starts the generator. */
    public static OrderLoad of(Subject subject, BenchShop shop, Progress progress) throws InterruptedException {
        progress.part("bench", "filling the shelves with %d products".formatted(Stocking.SKUS));
        var site = shop.site();
        var tokens = Tokens.of(site, Clock.systemUTC());
        var assortment = new Stocking(shop, tokens).fill();
        var setting = new Setting(
                subject.port(site.ports()),
                "127.0.0.1:" + site.ports().kafka(),
                tokens.shoppers(SHOPPERS),
                assortment,
                SAMPLED);
        var file = site.home().run().resolve("generator.json");
        return new OrderLoad(subject, shop, progress, Generator.start(setting, file, shop.log("generator")));
    }

    /** Ever more orders, for so many seconds; nothing of it counts. */
    public void warmUp(int seconds, double rate) {
        var target = rate > 0 ? rate * 0.8 : WARM_UP_RATE * 3;
        for (var second = 0; second < seconds; second += WARM_UP_SLICE) {
            var share = (second + WARM_UP_SLICE) / (double) seconds;
            round("warm-up", Math.max(WARM_UP_RATE / 2, target * Math.min(1, share)), WARM_UP_SLICE);
        }
    }

    /** The highest rate that holds; the rounds of the search are added to those that are given. */
    public double search(int seconds, List<Round> searched) {
        var search = new RateSearch(WARM_UP_RATE * 2, PRECISION);
        for (var next = search.next(); next.isPresent(); next = search.next()) {
            var round = round("search", next.getAsDouble(), seconds);
            searched.add(round);
            search.tried(round.held());
        }
        if (search.highest() == 0) {
            throw Failure.untrue("No rate held, not even one order a second.");
        }
        return search.highest();
    }

    /**
     * Rounds until one holds, each slower than the one before.
     *
     * @param standingBy processor time so far of those who have nothing to do meanwhile, milliseconds
     * @param rounds to which all of them are added
     * @return the rate of that one, if one held
     */
    public OptionalDouble untilHeld(double first, int seconds, LongSupplier standingBy, List<Round> rounds) {
        var rate = first;
        for (var attempt = 0; attempt <= MOST_REPEATS; attempt++) {
            var before = standingBy.getAsLong();
            var round = round(subject.bench(), rate, seconds).standingBy(standingBy.getAsLong() - before);
            rounds.add(round);
            if (round.held()) {
                return OptionalDouble.of(rate);
            }
            rate *= LOWER;
        }
        return OptionalDouble.empty();
    }

    /** One round, with what all parts used meanwhile. */
    public Round round(String what, double rate, int seconds) {
        var before = shop.processorMillis();
        var generated = generator.processorMillis();
        var wish = new Wish(++seed, rate, seconds, PATIENCE_SECONDS);
        var told = generator.drive(wish);
        var used = ProcessorTime.between(before, shop.processorMillis());
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

    @Override
    public void close() {
        generator.close();
    }
}
