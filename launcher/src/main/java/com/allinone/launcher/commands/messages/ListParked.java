package com.allinone.launcher.commands.messages;

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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parked list}. */
@Command(
        name = "list",
        description = "Lists parked keys, oldest first; a service that does not answer is named and passed over.",
        mixinStandardHelpOptions = true)
final class ListParked implements Callable<Integer> {
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
        var exit = ExitCode.OK;
        for (var name : service == null ? MessageDesk.SERVICES : List.of(service)) {
            try {
                MessageDesk.of(operator, name)
                        .keys(consumer, ParkedCommand.MOST)
                        .forEach(key -> rows.add(((ObjectNode) key).put("service", name)));
            } catch (Failure silent) {
                if (service != null || silent.exitCode() != ExitCode.PART) {
                    throw silent;
                }
                spec.commandLine().getErr().println(silent.getMessage());
                exit = ExitCode.PART;
            }
        }
        print(rows, exit == ExitCode.OK);
        return exit;
    }

    private void print(List<JsonNode> rows, boolean complete) {
        var out = spec.commandLine().getOut();
        if (desk.json) {
            out.println(JsonNodeFactory.instance.arrayNode().addAll(rows));
            return;
        }
        if (rows.isEmpty()) {
            out.println(complete ? "Nothing is parked." : "Nothing is parked at the services that answered.");
            return;
        }
        out.printf(
                "%-10s %-20s %-38s %8s %5s %-20s %s%n",
                "service", "consumer", "key", "messages", "tries", "since", "error");
        for (var row : rows) {
            out.printf(
                    "%-10s %-20s %-38s %8d %5d %-20.20s %s%n",
                    DeskOptions.text(row, "service"),
                    DeskOptions.text(row, "consumer"),
                    DeskOptions.plain(DeskOptions.text(row, "key"), 38),
                    row.path("messages").asLong(),
                    row.path("attempts").asInt(),
                    DeskOptions.text(row, "since"),
                    DeskOptions.plain(DeskOptions.text(row, "error"), 80));
        }
    }
}
