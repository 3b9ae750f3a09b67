package com.allinone.bench.commands;

import com.allinone.bench.messages.RelayRun;
import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.running.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The relay on its own. */
@Command(
        name = "relay",
        description = "Rows of one service's outbox that Kafka acknowledges a second: the queue is filled while it is"
                + " held, and the clock runs from its release until it is empty.",
        mixinStandardHelpOptions = true)
public final class RelayCommand implements Callable<Integer> {
    private static final int MOST_ROWS = 5_000_000;

    @Mixin
    BenchOptions options;

    @Mixin
    ProfileOptions profile;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Rows of a round (default: 100000); rounds take as long as they take.")
    int rows;

    @Override
    public Integer call() throws InterruptedException {
        options.check();
        BenchOptions.bounded("--rows", rows, 1, MOST_ROWS);
        var line = spec.commandLine();
        var result =
                new RelayRun(options.site(), new Progress(line.getErr()), options.rounds, rows, profile.page()).run();
        options.print(line, result.table(), result.json());
        return ExitCode.OK;
    }
}
