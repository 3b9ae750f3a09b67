package com.allinone.launcher.commands;

import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.operating.MessageDesk;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Messages that wait for a person: list, show, redrive, discard, and who did what. */
@Command(
        name = "parked",
        description = "Messages that could not be handled and wait for a person, each with its key's later ones.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ParkedCommand.ListKeys.class,
            ParkedCommand.Show.class,
            ParkedCommand.Redrive.class,
            ParkedCommand.Discard.class,
            ParkedCommand.Audit.class
        },
        footer =
                "Ends with 0 when it was done, 1 when it was refused or a message failed again, 2 when the command line"
                        + " is wrong, 4 when the shop does not answer.")
public final class ParkedCommand implements Callable<Integer> {
    private static final int MOST = 10_000;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Say what to do: list, show, redrive, discard or audit.");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    /** {@code parked list}. */
    @Command(name = "list", description = "Lists parked keys, oldest first.", mixinStandardHelpOptions = true)
    static final class ListKeys implements Callable<Integer> {
        @Mixin
        DeskOptions desk;

        @Spec
        CommandSpec spec;

        @Option(names = "--service", paramLabel = "X", description = "Only of this service (default: of all).")
        @Nullable
        String service;

        @Option(names = "--consumer", paramLabel = "C", description = "Only of this consumer.")
        @Nullable
        String consumer;

        @Override
        public Integer call() {
            var operator = desk.signedIn();
            var rows = new ArrayList<JsonNode>();
            for (var name : service == null ? MessageDesk.SERVICES : List.of(service)) {
                MessageDesk.of(operator, name)
                        .keys(consumer, MOST)
                        .forEach(key -> rows.add(((ObjectNode) key).put("service", name)));
            }
            var out = spec.commandLine().getOut();
            if (desk.json) {
                out.println(JsonNodeFactory.instance.arrayNode().addAll(rows));
                return ExitCode.OK;
            }
            if (rows.isEmpty()) {
                out.println("Nothing is parked.");
                return ExitCode.OK;
            }
            out.printf(
                    "%-10s %-20s %-38s %8s %5s %-20s %s%n",
                    "service", "consumer", "key", "messages", "tries", "since", "error");
            for (var row : rows) {
                out.printf(
                        "%-10s %-20s %-38s %8d %5d %-20.20s %s%n",
                        text(row, "service"),
                        text(row, "consumer"),
                        DeskOptions.plain(text(row, "key"), 38),
                        row.path("messages").asLong(),
                        row.path("attempts").asInt(),
                        text(row, "since"),
                        DeskOptions.plain(text(row, "error"), 80));
            }
            return ExitCode.OK;
        }
    }

    /** {@code parked show}. */
    @Command(
            name = "show",
            description = "Shows a key's first messages, or one of them whole.",
            mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
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
                            text(message, "parkedAt"),
                            DeskOptions.plain(text(message, "error"), 100)));
                }
                return ExitCode.OK;
            }
            var message = at.message(consumer, key, place);
            if (desk.json) {
                out.println(message);
                return ExitCode.OK;
            }
            out.printf("Message %d of key %s, %s%n", place, DeskOptions.plain(key, 128), record(message));
            out.printf("Error   %s%n", text(message, "error"));
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
            return text(message, "topic") + "/" + text(message, "partition") + "/" + text(message, "offset");
        }
    }

    /** {@code parked redrive}. */
    @Command(
            name = "redrive",
            description = "Hands a key's messages, or those of all keys of a consumer, to their handler again.",
            mixinStandardHelpOptions = true)
    static final class Redrive implements Callable<Integer> {
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
                    : at.keys(consumer, MOST).stream()
                            .map(each -> text(each, "key"))
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
                    DeskOptions.plain(text(outcome, "key"), 38),
                    outcome.path("done").asLong(),
                    outcome.path("left").asLong());
            var stop = outcome.path("stop");
            if (stop.isObject()) {
                out.printf(
                        "  message %d %s: %s%n",
                        stop.path("place").asLong(),
                        stop.path("unreadable").asBoolean() ? "can only be discarded" : "failed again",
                        DeskOptions.plain(text(stop, "error"), 300));
            }
        }
    }

    /** {@code parked discard}. */
    @Command(
            name = "discard",
            description = "Gives one parked message up, for good; it is kept in the audit only.",
            mixinStandardHelpOptions = true)
    static final class Discard implements Callable<Integer> {
        @Mixin
        DeskOptions desk;

        @Spec
        CommandSpec spec;

        @Option(names = "--service", paramLabel = "X", required = true, description = "Whose message.")
        String service = "";

        @Option(names = "--reason", paramLabel = "WHY", required = true, description = "Kept with the message.")
        String reason = "";

        @Parameters(index = "0", paramLabel = "CONSUMER")
        String consumer = "";

        @Parameters(index = "1", paramLabel = "KEY")
        String key = "";

        @Parameters(index = "2", paramLabel = "PLACE", description = "Which one; parked show tells.")
        long place;

        @Override
        public Integer call() {
            var answer = desk.desk(service).discard(consumer, key, place, reason);
            var out = spec.commandLine().getOut();
            if (desk.json) {
                out.println(answer);
            } else {
                out.printf(
                        "Message %d is discarded, %d of its key left.%n",
                        place, answer.path("left").asLong());
            }
            return ExitCode.OK;
        }
    }

    /** {@code parked audit}. */
    @Command(
            name = "audit",
            description = "Tells who redrove, discarded and republished what, newest first.",
            mixinStandardHelpOptions = true)
    static final class Audit implements Callable<Integer> {
        @Mixin
        DeskOptions desk;

        @Spec
        CommandSpec spec;

        @Option(names = "--service", paramLabel = "X", required = true, description = "Of which service.")
        String service = "";

        @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "At most (default: 50).")
        int limit;

        @Override
        public Integer call() {
            if (limit < 1 || limit > MOST) {
                throw Failure.usage("--limit is from 1 to " + MOST + ".");
            }
            var rows = desk.desk(service).audit(limit);
            var out = spec.commandLine().getOut();
            if (desk.json) {
                out.println(JsonNodeFactory.instance.arrayNode().addAll(rows));
                return ExitCode.OK;
            }
            rows.forEach(row -> out.printf(
                    "%-20.20s %-36s %-9s %s %s: %s%s%n",
                    text(row, "at"),
                    text(row, "author"),
                    text(row, "action"),
                    row.path("consumer").asText("-"),
                    DeskOptions.plain(row.path("key").asText("-"), 38),
                    DeskOptions.plain(text(row, "outcome"), 300),
                    text(row, "reason").isEmpty() ? "" : " (" + DeskOptions.plain(text(row, "reason"), 200) + ")"));
            return ExitCode.OK;
        }
    }
}
