package com.allinone.chaos.commands;

import com.allinone.chaos.isolation.IsolationReport;
import com.allinone.chaos.isolation.IsolationRun;
import com.allinone.launcher.commands.ShopCommand;
import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.running.Progress;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what a dead service takes with it. */
@Command(
        name = "isolation",
        description = "Starts a shop of its own, kills one service at a time under a steady load, and prints which"
                + " journeys of shoppers fail meanwhile, and how long it takes from the restart until nothing is left"
                + " behind. Exit 0 only if each service's death fails its own journeys and no others.",
        mixinStandardHelpOptions = true)
public final class IsolationCommand implements ShopCommand {
    private static final int LONGEST_SECONDS = 3_600;
    private static final int HIGHEST_RATE = 100;

    @Mixin
    ChaosOptions options;

    @Spec
    CommandSpec spec;

    @Option(names = "--seconds", paramLabel = "T", defaultValue = "15", description = "How long each service is dead.")
    int seconds;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "4",
            description = "How often a second each journey is begun.")
    int rate;

    @Override
    public Integer call() throws Exception {
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw Failure.usage("--seconds must be between 1 and %d, but is %d.".formatted(LONGEST_SECONDS, seconds));
        }
        if (rate < 1 || rate > HIGHEST_RATE) {
            throw Failure.usage("--rate must be between 1 and %d, but is %d.".formatted(HIGHEST_RATE, rate));
        }
        var line = spec.commandLine();
        var run = new IsolationRun(options.site(), new Progress(line.getErr()), Duration.ofSeconds(seconds), rate);
        var report = new IsolationReport(run.run(!options.noBuild));
        options.print(line, report.table(), report.json());
        return report.violations() == 0 ? ExitCode.OK : ExitCode.UNTRUE;
    }
}
