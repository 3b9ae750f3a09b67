package com.allinone.launcher.commands;

import com.allinone.launcher.building.Build;
import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs every test there is, end-to-end stories included, under the JDK that was found. */
@Command(
        name = "test",
        description = "Runs mvn verify: the whole build with every test.",
        mixinStandardHelpOptions = true)
public final class TestCommand implements Callable<Integer> {
    @Mixin
    ShopOptions options;

    @Parameters(
            paramLabel = "ARGUMENT",
            description =
                    "Passed on to Maven; after -- when they begin with a dash, e.g. ./shop test -- -pl order -am.")
    List<String> arguments = List.of();

    @Override
    public Integer call() throws InterruptedException {
        var all = new ArrayList<>(arguments);
        all.add("verify");
        try {
            var maven = new Build(options.home(), Clock.systemUTC())
                    .maven(all)
                    .inheritIO()
                    .start();
            return maven.waitFor() == 0 ? ExitCode.OK : ExitCode.BUILD;
        } catch (IOException failed) {
            throw Failure.machine("Maven cannot be run: %s.".formatted(failed.getMessage()));
        }
    }
}
