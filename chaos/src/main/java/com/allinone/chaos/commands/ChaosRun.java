package com.allinone.chaos.commands;

import com.allinone.chaos.driving.Client;
import com.allinone.chaos.driving.Load;
import com.allinone.chaos.driving.Settling;
import com.allinone.chaos.faults.Campaign;
import com.allinone.chaos.faults.Fault;
import com.allinone.chaos.faults.Outcome;
import com.allinone.chaos.history.History;
import com.allinone.chaos.invariants.Checks;
import com.allinone.chaos.invariants.Invariant;
import com.allinone.chaos.invariants.Quiet;
import com.allinone.chaos.invariants.Scene;
import com.allinone.chaos.reporting.Report;
import com.allinone.chaos.shop.BrokenShop;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.running.Progress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** One run: a shop, a load, the faults, the silence after them, the books. */
final class ChaosRun {
    private static final Duration PATIENCE = Fault.AFTERMATH.plusMinutes(2);

    /** In so many orders, every card is seen. */
    private static final int ENOUGH = 2_000;

    private final Site site;
    private final Progress progress;
    private final int orders;
    private final int faults;
    private final long seed;
    private final double rate;

    ChaosRun(Site site, Progress progress, int orders, int faults, long seed, double rate) {
        this.site = site;
        this.progress = progress;
        this.orders = orders;
        this.faults = faults;
        this.seed = seed;
        this.rate = rate;
    }

    Report run(boolean build) throws Exception {
        var begun = System.nanoTime();
        var shop = new BrokenShop(site, progress);
        var stopping = new Thread(shop::close, "stop");
        Runtime.getRuntime().addShutdownHook(stopping);
        try (shop) {
            shop.open(build);
            try (var history = new History(site.home().directory().resolve("history.jsonl"), Clock.systemUTC());
                    var load = new Load(new Client(shop.origin()), history, seed, orders);
                    var settling = new Settling(shop.databases(), load.operator())) {
                progress.part("load", "stocking the shelves");
                load.prepare();
                var outcomes = breakUnder(load, shop);
                progress.part("load", load.counting().toString());
                shop.heal();
                var open = new Quiet(shop).await(PATIENCE);
                progress.part("books", open.isEmpty() ? "checking" : "checking, though not quiet: " + open);
                progress.part("books", settling.settled() + " refunds were settled by hand");
                var scene = Scene.look(shop, history.attempts(), load.operator().received());
                var findings = Checks.of(scene);
                var invariants = new ArrayList<>(findings.invariants());
                invariants.addAll(ofTheRun(outcomes, open, findings));
                invariants.add(walked(load.counting().accepted(), settling.settled()));
                var seconds = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1_000.0;
                return new Report(
                        seed,
                        history.attempts(),
                        outcomes,
                        invariants,
                        findings.deliveries(),
                        findings.messages(),
                        seconds);
            }
        } finally {
            Runtime.getRuntime().removeShutdownHook(stopping);
        }
    }

    private List<Outcome> breakUnder(Load load, BrokenShop shop) throws InterruptedException, ExecutionException {
        var campaign = new Campaign(shop, faults, seed, orders, rate, load.counting());
        var driving = new FutureTask<Void>(() -> {
            load.run(campaign::rate);
            return null;
        });
        Thread.ofPlatform().name("load").start(driving);
        var outcomes = campaign.run();
        driving.get();
        return outcomes;
    }

    /** A load that was turned away, or in which no refund failed, proves less than it says. */
    private Invariant walked(int accepted, int settled) {
        var missing = new ArrayList<String>();
        if (accepted * 2 < orders) {
            missing.add("only %d of %d orders were accepted".formatted(accepted, orders));
        }
        if (orders >= ENOUGH && settled == 0) {
            missing.add("no refund had to be settled by hand");
        }
        return Invariant.of("the load went everywhere", missing, settled + " refunds settled by hand");
    }

    /** A run that broke nothing, or came to no end, proves nothing. */
    private List<Invariant> ofTheRun(List<Outcome> outcomes, Map<String, Long> open, Checks.Findings findings) {
        var failed = outcomes.stream()
                .filter(Outcome.Failed.class::isInstance)
                .map(Outcome.Failed.class::cast)
                .map(outcome -> outcome.kind() + ": " + outcome.why())
                .toList();
        var doubled = findings.deliveries() - findings.messages();
        var none = faults > 0 && doubled <= 0 ? List.of("no message was delivered twice") : List.<String>of();
        var loud = open.entrySet().stream().map(Object::toString).toList();
        return List.of(
                Invariant.of("every fault took effect and was undone", failed, outcomes.size() + " faults"),
                Invariant.of("duplicates were really delivered", none, doubled + " duplicates"),
                Invariant.of("it became quiet", loud, "no standstill of " + PATIENCE.toMinutes() + " minutes"));
    }
}
