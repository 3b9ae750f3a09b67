package com.allinone.launcher.commands;

import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.processes.Processes;
import com.allinone.launcher.profiling.RunningJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records what a running part does with JDK Flight Recorder, and tells the first things that one looks for. */
@Command(
        name = "jfr",
        description = "Records a running part with JDK Flight Recorder, and shows where it spends its time.",
        mixinStandardHelpOptions = true,
        footer = {
            "The recording stays in the shop's home; JDK Mission Control or jfr view VIEW FILE show more of it.",
            "It holds class and method names, no bodies of messages; treat it as an operators' file all the same."
        })
public final class JfrCommand implements Callable<Integer> {
    private static final List<String> SETTINGS = List.of("default", "profile");
    private static final long LONGEST = 3600;
    private static final List<String> SHOWN =
            List.of("hot-methods", "allocation-by-class", "gc-pauses", "contention-by-site", "longest-compilations");

    @Mixin
    ShopOptions options;

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "PART", description = "A part that runs on the JVM, e.g. order or kafka.")
    String part = "";

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "30", description = "How long (default: 30).")
    long seconds;

    @Option(
            names = "--settings",
            paramLabel = "NAME",
            defaultValue = "profile",
            description = "default (under 1 %% of cost) or profile (more samples; the default).")
    String settings = "";

    @Override
    public Integer call() throws IOException {
        if (seconds < 1 || seconds > LONGEST) {
            throw Failure.usage("A recording takes 1 to %d seconds, not %d.".formatted(LONGEST, seconds));
        }
        if (!SETTINGS.contains(settings)) {
            throw Failure.usage("Settings are one of %s.".formatted(String.join(", ", SETTINGS)));
        }
        var jvm = RunningJvm.of(new Processes(options.home()), part);
        var directory = Files.createDirectories(options.home().data("jfr"));
        var file = directory.resolve("%s-%d.jfr".formatted(part, Instant.now().getEpochSecond()));
        jvm.record(Duration.ofSeconds(seconds), settings, file);
        var out = spec.commandLine().getOut();
        for (var view : SHOWN) {
            out.println(RunningJvm.read(file, "view", "--width", "120", view).strip());
            out.println();
        }
        out.printf("%d KiB in %s%n", Files.size(file) / 1024, file);
        return ExitCode.OK;
    }
}
