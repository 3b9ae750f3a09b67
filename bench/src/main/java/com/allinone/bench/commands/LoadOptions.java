package com.allinone.bench.commands;

import com.allinone.bench.orders.OrdersRun;
import com.allinone.bench.orders.Subject;
import com.allinone.launcher.home.Failure;
import picocli.CommandLine.Option;

/** How orders arrive. */
public final class LoadOptions {
    private static final double HIGHEST_RATE = 20_000;

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

    /** Checks what was given; the failure names the option that is out of bounds. */
    void check() {
        BenchOptions.bounded("--warm-up", warmUp, 0, BenchOptions.LONGEST_WARM_UP);
        BenchOptions.bounded("--trial", trial, 1, BenchOptions.LONGEST_WARM_UP);
        if (!(rate == 0 || (rate >= 1 && rate <= HIGHEST_RATE))) {
            throw Failure.usage("--rate must be between 1 and 20000 orders a second, but is " + rate + ".");
        }
    }

    OrdersRun.Plan plan(Subject subject, BenchOptions options, boolean halfLoad, ProfileOptions profile) {
        return new OrdersRun.Plan(
                subject,
                options.rounds,
                options.seconds,
                warmUp,
                trial,
                rate,
                halfLoad,
                !options.noBuild,
                profile.page());
    }
}
