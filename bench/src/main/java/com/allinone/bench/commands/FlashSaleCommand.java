package com.allinone.bench.commands;

import com.allinone.bench.messages.FlashSaleRun;
import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.running.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Everybody wants the same. */
@Command(
        name = "flash-sale",
        description = "Reservations of one SKU that inventory decides a second, asked and answered through Kafka, with"
                + " units for half of them; beside one conditional UPDATE each (pgbench, 16 clients, same settings)."
                + " Exit 1 if anything is oversold.",
        mixinStandardHelpOptions = true)
public final class FlashSaleCommand implements Callable<Integer> {
    private static final int MOST_REQUESTS = 2_000_000;

    @Mixin
    BenchOptions options;

    @Mixin
    ProfileOptions profile;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--requests",
            paramLabel = "N",
            defaultValue = "50000",
            description = "Reservations of a round (default: 50000); --seconds is how long pgbench runs.")
    int requests;

    @Override
    public Integer call() throws InterruptedException {
        options.check();
        BenchOptions.bounded("--requests", requests, 2, MOST_REQUESTS);
        var line = spec.commandLine();
        var result = new FlashSaleRun(
                        options.site(),
                        new Progress(line.getErr()),
                        options.rounds,
                        options.seconds,
                        requests,
                        profile.page())
                .run();
        options.print(line, result.table(), result.json());
        return result.json().path("oversold").asLong() == 0 ? ExitCode.OK : ExitCode.UNTRUE;
    }
}
