package com.allinone.bench.commands;

import com.allinone.bench.growth.GrowthRun;
import com.allinone.bench.shop.Replica;
import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.running.Progress;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether orders become slower as the shop grows. */
@Command(
        name = "growth",
        description = {
            "Orders that reach DELIVERY_READY a second, and their times, in one shop while it grows: with more replicas"
                    + " of each service, and with ever more orders of history, which are filled in by SQL. Compared with"
                    + " the same shop when it was empty.",
            "",
            "The load is that of ./shop bench orders, which is warmed up anew when replicas were started. Every stage"
                    + " is offered the same rate, which is the highest that holds in the empty shop if none is given; a"
                    + " round that does not hold is repeated a little slower and does not count.",
            ""
        },
        mixinStandardHelpOptions = true)
public final class GrowthCommand implements Callable<Integer> {
    private static final long MOST_ORDERS = 10_000_000;

    @Mixin
    BenchOptions options;

    @Mixin
    LoadOptions load;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--histories",
            paramLabel = "N",
            split = ",",
            defaultValue = "0,100000,1000000",
            description = "Orders of history, ascending from 0 (default: 0,100000,1000000).")
    List<Long> histories;

    @Option(
            names = "--replicas",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,2",
            description =
                    "Replicas of each service, ascending from 1, 4 at most (default: 1,2). Each needs the memory of"
                            + " five more processes.")
    List<Integer> replicas;

    @Option(
            names = "--settle",
            paramLabel = "T",
            defaultValue = "15",
            description = "Seconds of load after the history has grown (default: 15).")
    int settle;

    @Override
    public Integer call() throws InterruptedException {
        check();
        var line = spec.commandLine();
        var plan = new GrowthRun.Plan(
                histories,
                replicas,
                options.rounds,
                options.seconds,
                load.warmUp,
                settle,
                load.trial,
                load.rate,
                !options.noBuild);
        var result = new GrowthRun(options.site(GrowthRun.SETTINGS), new Progress(line.getErr()), plan).run();
        options.print(line, result.table(), result.json());
        return ExitCode.OK;
    }

    private void check() {
        options.check();
        load.check();
        BenchOptions.bounded("--settle", settle, 0, BenchOptions.LONGEST_WARM_UP);
        if (!ascends(histories) || histories.getFirst() != 0 || histories.getLast() > MOST_ORDERS) {
            throw Failure.usage("--histories must ascend from 0 to 10000000 at most, but is %s.".formatted(histories));
        }
        if (!ascends(replicas) || replicas.getFirst() != 1 || replicas.getLast() > Replica.MOST) {
            throw Failure.usage(
                    "--replicas must ascend from 1 to %d at most, but is %s.".formatted(Replica.MOST, replicas));
        }
    }

    private static <T extends Comparable<T>> boolean ascends(List<T> numbers) {
        return !numbers.isEmpty()
                && numbers.stream().sorted().toList().equals(numbers)
                && new HashSet<>(numbers).size() == numbers.size();
    }
}
