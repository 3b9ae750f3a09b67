package com.allinone.launcher.commands.messages;

import com.allinone.launcher.home.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parked show}. */
@Command(
        name = "show",
        description = "Shows a key's first messages, or one of them whole.",
        mixinStandardHelpOptions = true)
final class ShowParked implements Callable<Integer> {
    @Mixin
    DeskOptions desk;

    @Spec
    CommandSpec spec;

    @Option(names = "--service", paramLabel = "X", required = true, description = "Whose messages.")
    String service = "";

    @Parameters(index = "0", paramLabel = "CONSUMER")
    String consumer = "";

    @Parameters(index = "1", paramLabel = "KEY", description = "May be '' for messages without one.")
    String key = "";

    @Parameters(index = "2", paramLabel = "PLACE", arity = "0..1", description = "One message.")
    @Nullable
    Long place;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var at = desk.desk(service);
        if (place == null) {
            var messages = at.messages(consumer, key);
            if (desk.json) {
                out.println(messages);
            } else {
                out.printf(
                        "%8s %-28s %-24s %5s %-20s %s%n",
                        "place", "topic/partition/offset", "type", "tries", "parked", "error");
                messages.forEach(message -> out.printf(
                        "%8d %-28s %-24s %5d %-20.20s %s%n",
                        message.path("place").asLong(),
                        record(message),
                        DeskOptions.plain(message.path("type").asText("-"), 24),
                        message.path("attempts").asInt(),
                        DeskOptions.text(message, "parkedAt"),
                        DeskOptions.plain(DeskOptions.text(message, "error"), 100)));
            }
            return ExitCode.OK;
        }
        var message = at.message(consumer, key, place);
        if (desk.json) {
            out.println(message);
            return ExitCode.OK;
        }
        out.printf("Message %d of key %s, %s%n", place, DeskOptions.plain(key, 128), record(message));
        out.printf("Error   %s%n", DeskOptions.plain(DeskOptions.text(message, "error"), 1_000));
        if (message.path("unreadable").asBoolean()) {
            out.println("        It is unreadable and can only be discarded.");
        }
        message.path("headers")
                .properties()
                .forEach(header -> out.printf(
                        "%s: %s%n",
                        DeskOptions.plain(header.getKey(), 64),
                        DeskOptions.plain(header.getValue().asText(), 200)));
        out.printf("%n%s%n", message.path("body").asText("(no body)"));
        return ExitCode.OK;
    }

    private static String record(JsonNode message) {
        return DeskOptions.text(message, "topic") + "/" + DeskOptions.text(message, "partition") + "/"
                + DeskOptions.text(message, "offset");
    }
}
