package com.allinone.bench.telling;

import com.allinone.bench.orders.OrderLoad;
import com.allinone.bench.orders.Round;
import com.allinone.bench.orders.Subject;
import com.allinone.bench.reporting.Result;
import com.allinone.bench.shop.BenchShop;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.home.Ports;
import com.allinone.launcher.home.Secrets;
import com.allinone.launcher.home.ShopHome;
import com.allinone.launcher.parts.Parts;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.running.Progress;
import java.util.ArrayList;
import java.util.List;

/** Two shops, one of them silent, and the same orders in both, in turn. */
public final class TellingRun {
    private static final int PORTS_APART = 700;

    private final Site site;
    private final Progress progress;
    private final Plan plan;

    /**
     * How long everything takes.
     *
     * @param rounds of each shop
     * @param rate what is offered, a second; 0 to search for the highest that holds in the shop that tells
     */
    public record Plan(int rounds, int seconds, int warmUpSeconds, int trialSeconds, double rate, boolean build) {}

    public TellingRun(Site site, Progress progress, Plan plan) {
        this.site = site;
        this.progress = progress;
        this.plan = plan;
    }

    public Result run() throws InterruptedException {
        var quiet = silentSite();
        try (var telling = BenchShop.whole(site, progress, plan.build());
                var silent =
                        BenchShop.of(quiet, progress, Silent.all(Parts.of(quiet).all()));
                var load = OrderLoad.of(Subject.ORDERS, telling, progress);
                var other = OrderLoad.of(Subject.ORDERS, silent, progress)) {
            load.warmUp(plan.warmUpSeconds(), plan.rate());
            other.warmUp(plan.warmUpSeconds(), plan.rate());
            var rate = plan.rate() > 0 ? plan.rate() : load.search(plan.trialSeconds(), new ArrayList<>());
            return inTurn(load, other, rate);
        }
    }

    /** The silent shop is offered what the other one has just taken. */
    private Result inTurn(OrderLoad load, OrderLoad other, double first) {
        var telling = new ArrayList<Round>();
        var silent = new ArrayList<Round>();
        var rate = first;
        for (var number = 0; number < plan.rounds(); number++) {
            rate = load.untilHeld(rate, plan.seconds(), () -> 0, telling)
                    .orElseThrow(() ->
                            Failure.untrue("No round held, each slower than the one before; give a lower --rate."));
            silent.add(other.round("silent", rate, plan.seconds()));
        }
        return new TellingReport(List.copyOf(telling), List.copyOf(silent)).result();
    }

    /** Beside the first: a home and ports of its own. */
    private Site silentSite() {
        var first = site.home();
        var directory = first.directory().resolveSibling(first.directory().getFileName() + "-silent");
        return new Site(
                new ShopHome(first.checkout(), directory),
                new Ports(site.ports().offset() + PORTS_APART),
                new Secrets(directory),
                site.settings());
    }
}
