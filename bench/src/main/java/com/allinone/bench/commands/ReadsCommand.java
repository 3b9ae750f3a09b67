package com.allinone.bench.commands;

import com.allinone.bench.reads.ReadsRun;
import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.running.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is read most, beside the same bytes from a bare endpoint. */
@Command(
        name = "reads",
        description = {
            "Product by id, category page, search and my orders, each from its service's own port, beside the same bytes"
                    + " from a bare Quarkus REST endpoint on the same JVM: 1,000 products, and shoppers with 50 orders"
                    + " each among 10,000.",
            "",
            "16 connections always have the next request ready, so whoever is asked is never idle, and the rate is the"
                    + " most that it answers. How long an answer takes at a rate that leaves it room is not told by this.",
            ""
        },
        mixinStandardHelpOptions = true)
public final class ReadsCommand implements Callable<Integer> {
    @Mixin
    BenchOptions options;

    @Mixin
    ProfileOptions profile;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--warm-up",
            paramLabel = "T",
            defaultValue = "20",
            description = "Seconds of load on each side of each read before anything counts (default: 20).")
    int warmUp;

    @Option(
            names = "--plans",
            description = "Print PostgreSQL's plans of the statements that were run; the JSON always has them.")
    boolean plans;

    @Override
    public Integer call() throws InterruptedException {
        options.check();
        BenchOptions.bounded("--warm-up", warmUp, 0, BenchOptions.LONGEST_WARM_UP);
        var line = spec.commandLine();
        var plan = new ReadsRun.Plan(options.rounds, options.seconds, warmUp, plans, !options.noBuild, profile.page());
        var result = new ReadsRun(options.site(), new Progress(line.getErr()), plan).run();
        options.print(line, result.table(), result.json());
        return ExitCode.OK;
    }
}
