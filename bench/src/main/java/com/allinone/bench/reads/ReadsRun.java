package com.allinone.bench.reads;

import com.allinone.bench.generating.ReadWish;
import com.allinone.bench.generating.Readers;
import com.allinone.bench.generating.ReadersSetting;
import com.allinone.bench.measuring.ProcessorTime;
import com.allinone.bench.profiling.Profile;
import com.allinone.bench.reporting.Result;
import com.allinone.bench.shop.BenchShop;
import com.allinone.bench.shop.Databases;
import com.allinone.bench.shop.History;
import com.allinone.bench.shop.Stocking;
import com.allinone.bench.shop.Tokens;
import com.allinone.launcher.building.Build;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.running.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads of services through their own ports, in turn with the same bytes from a bare endpoint. */
public final class ReadsRun {
    private static final int CONNECTIONS = 16;
    private static final int ORDERS = 10_000;
    private static final int SHOPPERS = 200;
    private static final double SAMPLED = 0.05;
    /** Whoever is neither asked nor needed to fill the shelves would only take processor time away. */
    private static final List<String> SERVICES = List.of("catalog", "order", "inventory");

    private final Site site;
    private final Progress progress;
    private final Plan plan;

    /**
     * How long everything takes.
     *
     * @param rounds pairs of rounds of each read
     * @param seconds of one round
     * @param warmUpSeconds of each read and each side, before anything counts
     * @param showsPlans whether the plans are shown to people too
     * @param profile where a flame graph of one more round of each read is put
     */
    public record Plan(
            int rounds, int seconds, int warmUpSeconds, boolean showsPlans, boolean build, Optional<Path> profile) {}

    public ReadsRun(Site site, Progress progress, Plan plan) {
        this.site = site;
        this.progress = progress;
        this.plan = plan;
    }

    public Result run() throws InterruptedException {
        if (plan.build()) {
            new Build(site.home(), Clock.systemUTC()).refresh(List.of(Bare.NAME), progress);
        }
        try (var shop = BenchShop.services(site, progress, plan.build(), SERVICES)) {
            var reads = filled(shop);
            var bare = new Bare(site, answers(reads), reads.getFirst().name());
            shop.start(List.of(bare));
            var rounds = new ArrayList<Round>();
            var file = site.home().run().resolve("readers.json");
            try (var readers = Readers.start(new ReadersSetting(CONNECTIONS, SAMPLED), file, shop.log("readers"))) {
                for (var read : reads) {
                    inTurn(shop, readers, bare, read, rounds);
                }
                if (plan.profile().isPresent()) {
                    new Profile(shop, progress, plan.profile().get()).of("reads", () -> {
                        for (var read : reads) {
                            round(shop, readers, read, false, asked(read));
                        }
                    });
                }
            }
            return new ReadsReport(reads, rounds, new Plans(shop).of(reads), plan.showsPlans()).result();
        } catch (SQLException | IOException failed) {
            throw Failure.part("The reads failed: " + failed.getMessage());
        }
    }

    private List<Read> filled(BenchShop shop) throws SQLException, InterruptedException {
        var clock = Clock.systemUTC();
        progress.part("bench", "filling the shelves with %d products".formatted(Stocking.SKUS));
        var tokens = Tokens.of(site, clock);
        new Stocking(shop, tokens).fill();
        new History(site, progress, clock.instant(), ORDERS, SHOPPERS).ofOrderAlone(ORDERS);
        new Databases(site).run("catalog", "vacuum (analyze) product");
        return Read.all(Stocking.SKUS, tokens.shoppers(SHOPPERS));
    }

    /** What the services answer, kept as files for the bare endpoint. */
    private Path answers(List<Read> reads) throws IOException, InterruptedException {
        var directory = Files.createDirectories(site.home().run().resolve("bytes"));
        for (var read : reads) {
            var bytes = Asking.bytes(read, site.ports().service(read.service()));
            Files.write(directory.resolve(read.name()), bytes);
            progress.part(read.title(), "%,d bytes".formatted(bytes.length));
        }
        return directory;
    }

    private void inTurn(BenchShop shop, Readers readers, Bare bare, Read read, List<Round> rounds) {
        var service = asked(read);
        var same = new ReadWish(bare.port(), List.of(Bare.path(read.name())), read.tokens(), plan.seconds());
        if (plan.warmUpSeconds() > 0) {
            round(shop, readers, read, false, service.lasting(plan.warmUpSeconds()));
            round(shop, readers, read, true, same.lasting(plan.warmUpSeconds()));
        }
        for (var number = 0; number < plan.rounds(); number++) {
            rounds.add(round(shop, readers, read, false, service));
            rounds.add(round(shop, readers, read, true, same));
        }
    }

    private ReadWish asked(Read read) {
        return new ReadWish(site.ports().service(read.service()), read.paths(), read.tokens(), plan.seconds());
    }

    private Round round(BenchShop shop, Readers readers, Read read, boolean bare, ReadWish wish) {
        var before = shop.processorMillis();
        var generated = readers.processorMillis();
        var told = readers.read(wish);
        var used = ProcessorTime.between(before, shop.processorMillis());
        if (!told.refused().isEmpty()) {
            throw Failure.untrue(
                    "%s was not always answered with 200, but: %s.".formatted(read.title(), told.refused()));
        }
        var counted = bare ? List.of(Bare.NAME) : List.of(read.service(), "postgres");
        var round = new Round(read, bare, told, used, counted, readers.processorMillis() - generated);
        progress.part(
                bare ? "bare" : read.service(),
                "%s: %,.0f/s, %.3f ms CPU each".formatted(read.title(), round.perSecond(), round.millisEach()));
        return round;
    }
}
