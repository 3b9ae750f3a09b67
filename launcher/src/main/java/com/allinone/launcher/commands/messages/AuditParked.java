package com.allinone.launcher.commands.messages;

import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parked audit}. */
@Command(
        name = "audit",
        description = "Tells who redrove, discarded and republished what, newest first.",
        mixinStandardHelpOptions = true)
final class AuditParked implements Callable<Integer> {
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
        if (limit < 1 || limit > ParkedCommand.MOST) {
            throw Failure.usage("--limit is from 1 to " + ParkedCommand.MOST + ".");
        }
        var rows = desk.desk(service).audit(limit);
        var out = spec.commandLine().getOut();
        if (desk.json) {
            out.println(JsonNodeFactory.instance.arrayNode().addAll(rows));
            return ExitCode.OK;
        }
        rows.forEach(row -> out.printf(
                "%-20.20s %-36s %-9s %s %s: %s%s%n",
                DeskOptions.text(row, "at"),
                DeskOptions.text(row, "author"),
                DeskOptions.text(row, "action"),
                row.path("consumer").asText("-"),
                DeskOptions.plain(row.path("key").asText("-"), 38),
                DeskOptions.plain(DeskOptions.text(row, "outcome"), 300),
                DeskOptions.text(row, "reason").isEmpty()
                        ? ""
                        : " (" + DeskOptions.plain(DeskOptions.text(row, "reason"), 200) + ")"));
        return ExitCode.OK;
    }
}
