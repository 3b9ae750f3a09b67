package com.allinone.launcher.commands;

import com.allinone.launcher.building.Build;
import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the services' own code in simulated worlds; the same seed is the same world. */
@Command(
        name = "simulate",
        description = "Runs the services' code in simulated worlds that are killed, cut off and lied to; no shop is"
                + " needed. A seed that fails is run again with --seed.",
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {
    @Mixin
    ShopOptions options;

    @Option(names = "--seed", paramLabel = "SEED", description = "The first world, 1 unless told; alone, the only one.")
    long seed;

    @Option(names = "--seeds", paramLabel = "COUNT", description = "How many worlds; 10000 unless told.")
    long seeds;

    @Override
    public Integer call() throws InterruptedException {
        long first = seed == 0 ? 1 : seed;
        long count = seeds > 0 ? seeds : seed == 0 ? 10_000 : 1;
        var arguments = List.of(
                "-q",
                "-Dquick",
                "-pl",
                "simulation",
                "-am",
                "-Dtest=SimulationTest",
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "-Dsimulation.seed=" + first,
                "-Dsimulation.seeds=" + count,
                "test");
        try {
            var maven = new Build(options.home(), Clock.systemUTC())
                    .maven(arguments)
                    .inheritIO()
                    .start();
            return maven.waitFor() == 0 ? ExitCode.OK : ExitCode.BUILD;
        } catch (IOException failed) {
            throw Failure.machine("Maven cannot be run: %s.".formatted(failed.getMessage()));
        }
    }
}
