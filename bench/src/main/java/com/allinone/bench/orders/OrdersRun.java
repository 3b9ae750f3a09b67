package com.allinone.bench.orders;

import com.allinone.bench.beside.Peer;
import com.allinone.bench.profiling.Profile;
import com.allinone.bench.shop.BenchShop;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.running.Progress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A shop and its load; warm-up; the search; rounds beside peers. */
public final class OrdersRun {
    private final Site site;
    private final Progress progress;
    private final Plan plan;
    private final List<Rival> rivals;

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
     * @param profile where a flame graph of one more round is put
     */
    public record Plan(
            Subject subject,
            int rounds,
            int seconds,
            int warmUpSeconds,
            int trialSeconds,
            double rate,
            boolean halfLoad,
            boolean build,
            Optional<Path> profile) {}

    public OrdersRun(Site site, Progress progress, Plan plan, List<Rival> rivals) {
        this.site = site;
        this.progress = progress;
        this.plan = plan;
        this.rivals = List.copyOf(rivals);
    }

    public OrdersReport run() throws InterruptedException {
        try (var shop = plan.subject().start(site, progress, plan.build());
                var load = OrderLoad.of(plan.subject(), shop, progress)) {
            load.warmUp(plan.warmUpSeconds(), plan.rate());
            var searched = new ArrayList<Round>();
            var rate = plan.rate() > 0 ? plan.rate() : load.search(plan.trialSeconds(), searched);
            var report = plan.halfLoad() ? atHalf(load, rate, searched) : beside(shop, load, rate, searched);
            if (plan.profile().isPresent()) {
                profile(shop, load, report);
            }
            return report;
        } catch (SQLException failed) {
            throw Failure.part("The profile failed: " + failed.getMessage());
        }
    }

    private OrdersReport beside(BenchShop shop, OrderLoad load, double found, List<Round> searched)
            throws InterruptedException {
        var rounds = new ArrayList<Round>();
        var rate = found;
        try (var peers = Peers.start(rivals, site, progress)) {
            for (var number = 0; number < plan.rounds(); number++) {
                rate = load.untilHeld(rate, plan.seconds(), peers::processorMillis, rounds)
                        .orElseThrow(() -> Failure.untrue(
                                "What the search found did not hold, in one round after the other, each slower than"
                                        + " the one before."));
                peers.round(plan.seconds(), () -> Peer.millis(shop.processorMillis()));
            }
            return new OrdersReport(plan, rounds, peers.all(), searched);
        }
    }

    private void profile(BenchShop shop, OrderLoad load, OrdersReport report)
            throws SQLException, InterruptedException {
        var rate = report.rounds().getLast().wish().rate();
        new Profile(shop, progress, plan.profile().orElseThrow())
                .of(
                        "%s at %.0f a second".formatted(plan.subject().title(), rate),
                        () -> load.round("profile", rate, plan.seconds()));
    }

    private OrdersReport atHalf(OrderLoad load, double found, List<Round> searched) {
        var rounds = new ArrayList<Round>();
        for (var number = 0; number < plan.rounds(); number++) {
            rounds.add(load.round("half load", found / 2, plan.seconds()));
        }
        return new OrdersReport(plan, rounds, List.of(), searched);
    }
}
