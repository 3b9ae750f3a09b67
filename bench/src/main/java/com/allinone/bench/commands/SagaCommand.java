package com.allinone.bench.commands;

import com.allinone.bench.beside.Dbos;
import com.allinone.bench.beside.Restate;
import com.allinone.bench.orders.OrdersRun;
import com.allinone.bench.orders.Rival;
import com.allinone.bench.orders.Subject;
import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.running.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Orders that the services carry to DELIVERY_READY, beside workflow engines. */
@Command(
        name = "saga",
        description = {
            "Orders that reach DELIVERY_READY a second, posted to the order service itself: no ingress, no trace store,"
                    + " a payment provider that answers at once. Beside DBOS and Restate, which run workflows of four"
                    + " durable steps, each of which writes one row in PostgreSQL.",
            "",
            "Orders arrive, and a rate holds, as with ./shop bench orders. The engines get a new workflow whenever one"
                    + " has ended, from as many threads as they do most with.",
            ""
        },
        mixinStandardHelpOptions = true)
public final class SagaCommand implements Callable<Integer> {
    /** Orders for each workflow of four steps. */
    private static final double GOAL_BESIDE_DBOS = 2;

    private static final double GOAL_BESIDE_RESTATE = 4;

    @Mixin
    BenchOptions options;

    @Mixin
    ProfileOptions profile;

    @Mixin
    LoadOptions load;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--without-restate",
            description = "Measure beside DBOS alone; Restate's server is fetched with npm.")
    boolean withoutRestate;

    @Override
    public Integer call() throws InterruptedException {
        options.check();
        load.check();
        var line = spec.commandLine();
        var site = options.site();
        if (!withoutRestate) {
            Restate.install(site);
        }
        var plan = load.plan(Subject.SAGA, options, false, profile);
        var report = new OrdersRun(site, new Progress(line.getErr()), plan, rivals()).run();
        options.print(line, report.table(), report.json());
        return ExitCode.OK;
    }

    private List<Rival> rivals() {
        var rivals = new ArrayList<Rival>();
        rivals.add(new Rival((shop, progress) -> Dbos.start(shop, progress, load.warmUp), GOAL_BESIDE_DBOS));
        if (!withoutRestate) {
            rivals.add(new Rival((shop, progress) -> Restate.start(shop, progress, load.warmUp), GOAL_BESIDE_RESTATE));
        }
        return rivals;
    }
}
