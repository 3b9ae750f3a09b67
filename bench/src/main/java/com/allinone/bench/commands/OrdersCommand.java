package com.allinone.bench.commands;

import com.allinone.bench.orders.OrdersRun;
import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.running.Progress;
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
    private static final int LONGEST_WARM_UP = 3_600;
    private static final double HIGHEST_RATE = 20_000;

    @Mixin
    BenchOptions options;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--warm-up",
            paramLabel = "T",
            defaultValue = "40",
            description = "Seconds of load before anything counts (default: 40).")
    int warmUp;

    @Option(
            names = "--trial",
            paramLabel = "T",
            defaultValue = "8",
            description = "Seconds of each step of the search (default: 8).")
    int trial;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "0",
            description = "Orders a second to begin the rounds with, instead of searching.")
    double rate;

    @Option(names = "--half-load", description = "Measure times at half of the highest rate, without pgbench.")
    boolean halfLoad;

    @Override
    public Integer call() throws InterruptedException {
        options.check();
        BenchOptions.bounded("--warm-up", warmUp, 0, LONGEST_WARM_UP);
        BenchOptions.bounded("--trial", trial, 1, LONGEST_WARM_UP);
        if (!(rate == 0 || (rate >= 1 && rate <= HIGHEST_RATE))) {
            throw Failure.usage("--rate must be between 1 and 20000 orders a second, but is " + rate + ".");
        }
        var line = spec.commandLine();
        var plan = new OrdersRun.Plan(options.rounds, options.seconds, warmUp, trial, rate, halfLoad, !options.noBuild);
        var report = new OrdersRun(options.site(), new Progress(line.getErr()), plan).run();
        options.print(line, report.table(), report.json());
        return ExitCode.OK;
    }
}
