package com.allinone.bench.commands;

import com.allinone.bench.starting.FootprintRun;
import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.running.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What an idle shop costs. */
@Command(
        name = "footprint",
        description = "Memory and processor time of the whole shop while nobody comes: --idle seconds after its start,"
                + " over --seconds more. Memory that processes share counts once.",
        mixinStandardHelpOptions = true)
public final class FootprintCommand implements Callable<Integer> {
    private static final int LONGEST_IDLE = 86_400;

    @Mixin
    BenchOptions options;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--idle",
            paramLabel = "T",
            defaultValue = "600",
            description = "Seconds of idleness before anything is measured (default: 600).")
    int idle;

    @Override
    public Integer call() throws InterruptedException {
        options.check();
        BenchOptions.bounded("--idle", idle, 0, LONGEST_IDLE);
        var line = spec.commandLine();
        var progress = new Progress(line.getErr());
        var result = new FootprintRun(options.site(), progress, idle, options.seconds, !options.noBuild).run();
        options.print(line, result.table(), result.json());
        return ExitCode.OK;
    }
}
