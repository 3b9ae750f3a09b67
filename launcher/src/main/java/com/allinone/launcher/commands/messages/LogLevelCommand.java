package com.allinone.launcher.commands.messages;

import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has a logger of a running service tell more or less, for a while. */
@Command(
        name = "log-level",
        description = "Shows or changes what a service logs, without a restart, on every replica, for a while.",
        mixinStandardHelpOptions = true,
        footer = "Without LOGGER it lists what was changed. A level goes back by itself after --minutes.")
public final class LogLevelCommand implements Callable<Integer> {
    private static final List<String> LEVELS = List.of("debug", "info", "warn", "error", "default");

    @Mixin
    DeskOptions desk;

    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SERVICE", description = "Whose log, e.g. order.")
    String service = "";

    @Parameters(index = "1", paramLabel = "LOGGER", arity = "0..1", description = "E.g. com.allinone.order.fulfilment.")
    @Nullable
    String logger;

    @Parameters(
            index = "2",
            paramLabel = "LEVEL",
            arity = "0..1",
            description = "debug, info, warn, error, or default: as it was.")
    @Nullable
    String level;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "15",
            description = "How long, 1 to 120 (default: 15).")
    int minutes;

    @Option(names = "--reason", paramLabel = "WHY", defaultValue = "", description = "Why; it is kept.")
    String reason = "";

    @Override
    public Integer call() {
        var at = desk.desk(service);
        var levels = logger == null ? at.levels() : at.level(logger, wanted(), minutes, reason);
        var out = spec.commandLine().getOut();
        if (desk.json) {
            out.println(levels);
        } else if (levels.isEmpty()) {
            out.printf("%s logs as it was configured to.%n", service);
        } else {
            for (var each : levels) {
                out.printf(
                        "%-5s %s until %s: %s%n",
                        DeskOptions.text(each, "level"),
                        DeskOptions.text(each, "logger"),
                        DeskOptions.text(each, "until"),
                        DeskOptions.text(each, "reason"));
            }
        }
        return ExitCode.OK;
    }

    private @Nullable String wanted() {
        if (level == null || !LEVELS.contains(level)) {
            throw Failure.usage("A level is one of %s.".formatted(String.join(", ", LEVELS)));
        }
        return level.equals("default") ? null : level.toUpperCase(Locale.ROOT);
    }
}
