package com.allinone.chaos.commands;

import com.allinone.launcher.commands.ShopCommand;
import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.running.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Breaks a shop of its own under load, and proves that its books are right. */
@Command(
        name = "chaos",
        description = "Starts a shop of its own, drives orders through its ingress, breaks it in every way there is,"
                + " lets it heal, and checks every order, every unit and every coin. Exit 0 only if nothing is wrong.",
        mixinStandardHelpOptions = true)
public final class ChaosCommand implements ShopCommand {
    private static final int MOST_ORDERS = 1_000_000;
    private static final int MOST_FAULTS = 10_000;

    @Mixin
    ChaosOptions options;

    @Spec
    CommandSpec spec;

    @Option(names = "--orders", paramLabel = "N", defaultValue = "3000", description = "Orders that shoppers send.")
    int orders;

    @Option(names = "--faults", paramLabel = "M", defaultValue = "25", description = "Faults that are done meanwhile.")
    int faults;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Draws the faults and what each shopper does.")
    long seed;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "40",
            description = "Orders a second at most; fewer, when faults take longer than orders.")
    double rate;

    @Override
    public Integer call() throws Exception {
        if (orders < 1 || orders > MOST_ORDERS) {
            throw Failure.usage("--orders must be between 1 and %d, but is %d.".formatted(MOST_ORDERS, orders));
        }
        if (faults < 0 || faults > MOST_FAULTS) {
            throw Failure.usage("--faults must be between 0 and %d, but is %d.".formatted(MOST_FAULTS, faults));
        }
        if (!(rate >= 0.1 && rate <= 1_000)) {
            throw Failure.usage("--rate must be between 0.1 and 1000 orders a second, but is " + rate + ".");
        }
        var line = spec.commandLine();
        var progress = new Progress(line.getErr());
        var report = new ChaosRun(options.site(), progress, orders, faults, seed, rate).run(!options.noBuild);
        options.print(line, report.table(), report.json());
        return report.violations() == 0 ? ExitCode.OK : ExitCode.UNTRUE;
    }
}
