package com.allinone.bench.commands;

import com.allinone.bench.starting.StartupRun;
import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.running.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** How long services take to start. */
@Command(
        name = "startup",
        description = "The time from the start of each service's process to its first 200, and its memory five seconds"
                + " later: as a fast-jar, with an AOT cache of an earlier start, and as a native executable where"
                + " target/ holds one. --seconds has no meaning here.",
        mixinStandardHelpOptions = true)
public final class StartupCommand implements Callable<Integer> {
    @Mixin
    BenchOptions options;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        options.check();
        var line = spec.commandLine();
        var progress = new Progress(line.getErr());
        var result = new StartupRun(options.site(), progress, options.rounds, !options.noBuild).run();
        options.print(line, result.table(), result.json());
        return ExitCode.OK;
    }
}
