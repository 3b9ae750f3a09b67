package com.allinone.bench.commands;

import com.allinone.bench.telling.TellingRun;
import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.running.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What traces and logs cost. */
@Command(
        name = "telling",
        description =
                "What traces and logs cost: the orders of ./shop bench orders in a shop that traces and logs as in"
                        + " production, and in a second one whose services make no spans and log errors only. Both run all the"
                        + " time and are offered the same, in turn; it takes the memory of two shops.",
        mixinStandardHelpOptions = true)
public final class TellingCommand implements Callable<Integer> {
    @Mixin
    BenchOptions options;

    @Mixin
    LoadOptions load;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        options.check();
        load.check();
        var line = spec.commandLine();
        var plan = new TellingRun.Plan(
                options.rounds, options.seconds, load.warmUp, load.trial, load.rate, !options.noBuild);
        var result = new TellingRun(options.site(), new Progress(line.getErr()), plan).run();
        options.print(line, result.table(), result.json());
        return ExitCode.OK;
    }
}
