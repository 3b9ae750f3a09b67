package com.allinone.bench.commands;

import com.allinone.bench.beside.Pgbench;
import com.allinone.bench.orders.OrdersRun;
import com.allinone.bench.orders.Rival;
import com.allinone.bench.orders.Subject;
import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.running.Progress;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Orders that reach DELIVERY_READY, whole platform, beside pgbench. */
@Command(
        name = "orders",
        description = {
            "Orders that reach DELIVERY_READY a second: the whole platform through its ingress, with the load on the"
                    + " same machine, beside pgbench TPC-B (scale 50, 16 clients) on a PostgreSQL of the same settings.",
            "",
            "Orders arrive at their times whatever becomes of those before them, and every time counts from the"
                    + " intended arrival. A rate holds if all orders are accepted, 99 of 100 are ready within 2 s, and"
                    + " none is left 2 s after the last arrival. The highest rate that holds is searched for, and then"
                    + " measured in rounds; a round that does not hold is repeated a little slower and does not count.",
            ""
        },
        mixinStandardHelpOptions = true)
public final class OrdersCommand implements Callable<Integer> {
    /** Orders for each transaction of pgbench. */
    private static final double GOAL = 0.35;

    @Mixin
    BenchOptions options;

    @Mixin
    ProfileOptions profile;

    @Mixin
    LoadOptions load;

    @Spec
    CommandSpec spec;

    @Option(names = "--half-load", description = "Measure times at half of the highest rate, without pgbench.")
    boolean halfLoad;

    @Override
    public Integer call() throws InterruptedException {
        options.check();
        load.check();
        var line = spec.commandLine();
        var plan = load.plan(Subject.ORDERS, options, halfLoad, profile);
        var rivals = List.of(new Rival(Pgbench::tpcB, GOAL));
        var report = new OrdersRun(options.site(), new Progress(line.getErr()), plan, rivals).run();
        options.print(line, report.table(), report.json());
        return ExitCode.OK;
    }
}
