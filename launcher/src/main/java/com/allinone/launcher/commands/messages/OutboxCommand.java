package com.allinone.launcher.commands.messages;

import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The log of what a service said. */
@Command(
        name = "outbox",
        description = "The log of what a service said.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = OutboxCommand.Republish.class)
public final class OutboxCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: republish.");
    }

    /** {@code outbox republish}. */
    @Command(
            name = "republish",
            description = "Publishes a service's log again from an instant to its end, after Kafka lost it; whoever has"
                    + " done a message drops it. Begin a minute before the oldest one that was not consumed.",
            mixinStandardHelpOptions = true,
            footer = "Ends with 0 when everything is queued again, 1 when it was refused, 4 when the shop does not"
                    + " answer; trying again is safe.")
    static final class Republish implements Callable<Integer> {
        @Mixin
        DeskOptions desk;

        @Spec
        CommandSpec spec;

        @Option(names = "--service", paramLabel = "X", required = true, description = "Whose log.")
        String service = "";

        @Option(
                names = "--from",
                paramLabel = "INSTANT",
                required = true,
                description = "From when on, e.g. 2026-11-21T09:00:00Z.")
        String from = "";

        @Option(names = "--reason", paramLabel = "WHY", defaultValue = "", description = "Kept with what was done.")
        String reason = "";

        @Override
        public Integer call() {
            var since = instant(from);
            var err = spec.commandLine().getErr();
            var requeued = desk.desk(service).republish(since, reason, step -> {
                if (!desk.json) {
                    err.printf(
                            "%d put back, position %d of %d%n",
                            step.path("requeued").asLong(),
                            step.path("through").asLong(),
                            step.path("last").asLong());
                }
            });
            var out = spec.commandLine().getOut();
            if (desk.json) {
                out.println(JsonNodeFactory.instance
                        .objectNode()
                        .put("service", service)
                        .put("from", since.toString())
                        .put("requeued", requeued));
            } else {
                out.printf("%d messages of %s since %s are published again.%n", requeued, service, since);
            }
            return ExitCode.OK;
        }

        private static Instant instant(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw Failure.usage("--from is an instant like 2026-11-21T09:00:00Z, not " + text + ".");
            }
        }
    }
}
