package com.allinone.launcher.commands.messages;

import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parked redrive}. */
@Command(
        name = "redrive",
        description = "Hands a key's messages, or those of all keys of a consumer, to their handler again.",
        mixinStandardHelpOptions = true)
final class RedriveParked implements Callable<Integer> {
    @Mixin
    DeskOptions desk;

    @Spec
    CommandSpec spec;

    @Option(names = "--service", paramLabel = "X", required = true, description = "Whose messages.")
    String service = "";

    @Option(names = "--all", description = "All keys of the consumer.")
    boolean all;

    @Option(names = "--reason", paramLabel = "WHY", defaultValue = "", description = "Kept with what was done.")
    String reason = "";

    @Parameters(index = "0", paramLabel = "CONSUMER")
    String consumer = "";

    @Parameters(index = "1", paramLabel = "KEY", arity = "0..1")
    @Nullable
    String key;

    @Override
    public Integer call() {
        if (all == (key != null)) {
            throw Failure.usage("Name one key, or say --all.");
        }
        var at = desk.desk(service);
        var keys = key != null
                ? List.of(key)
                : at.keys(consumer, ParkedCommand.MOST).stream()
                        .map(each -> DeskOptions.text(each, "key"))
                        .toList();
        var out = spec.commandLine().getOut();
        var outcomes = JsonNodeFactory.instance.arrayNode();
        var stopped = 0;
        for (var each : keys) {
            var outcome = at.redrive(consumer, each, reason, step -> progress(each, step));
            outcomes.add(outcome);
            stopped += outcome.hasNonNull("stop") ? 1 : 0;
            if (!desk.json) {
                print(outcome);
            }
        }
        if (desk.json) {
            out.println(outcomes);
        } else if (all) {
            out.printf("%d keys redriven, %d stopped at a message that failed again.%n", keys.size(), stopped);
        }
        return stopped == 0 ? ExitCode.OK : ExitCode.UNTRUE;
    }

    private void progress(String each, JsonNode step) {
        if (!desk.json && step.path("left").asLong() > 0 && !step.hasNonNull("stop")) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            "%s: %d left%n",
                            DeskOptions.plain(each, 38), step.path("left").asLong());
        }
    }

    private void print(JsonNode outcome) {
        var out = spec.commandLine().getOut();
        out.printf(
                "%-38s %6d handled %6d left%n",
                DeskOptions.plain(DeskOptions.text(outcome, "key"), 38),
                outcome.path("done").asLong(),
                outcome.path("left").asLong());
        var stop = outcome.path("stop");
        if (stop.isObject()) {
            out.printf(
                    "  message %d %s: %s%n",
                    stop.path("place").asLong(),
                    stop.path("unreadable").asBoolean() ? "can only be discarded" : "failed again",
                    DeskOptions.plain(DeskOptions.text(stop, "error"), 300));
        }
    }
}
