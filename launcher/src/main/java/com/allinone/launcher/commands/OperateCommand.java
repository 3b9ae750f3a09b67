package com.allinone.launcher.commands;

import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Does something to an order as an operator; 0 when it is done, 1 when the order's state refused it. */
@Command(
        name = "operate",
        description = "Does something to an order as an operator, and tells what came of it.",
        mixinStandardHelpOptions = true,
        footer = "Ends with 0 when it is done or was so already, 1 when it was refused, 7 when it is still on its way.")
public final class OperateCommand implements Callable<Integer> {
    private static final List<String> ACTIONS = List.of("retry-now", "cancel", "mark-shipped", "mark-delivered");

    @Mixin
    ShopOptions options;

    @Mixin
    OperatorOptions operator;

    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ORDER", description = "The order's id.")
    String order = "";

    @Parameters(
            index = "1",
            paramLabel = "ACTION",
            description =
                    "retry-now (send the commands again that it waits for), cancel, mark-shipped, mark-delivered.")
    String action = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; it is kept for ever.")
    String reason = "";

    @Option(
            names = "--patience",
            paramLabel = "DURATION",
            defaultValue = "PT30S",
            description = "How long to wait for what comes of it, ISO 8601 (default: PT30S).")
    Duration patience = Duration.ZERO;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Override
    public Integer call() {
        if (!ACTIONS.contains(action)) {
            throw Failure.usage(
                    "An order can be operated on with %s, not %s.".formatted(String.join(", ", ACTIONS), action));
        }
        try {
            var name = action.toUpperCase(Locale.ROOT).replace('-', '_');
            var operation = operator.operating(options).act(order, name, reason, patience);
            var out = spec.commandLine().getOut();
            if (json) {
                out.println(operation);
            } else {
                out.printf(
                        "%s  %s%n",
                        operation.path("outcome").asText(),
                        operation.path("detail").asText());
            }
            return operation.path("outcome").asText().equals("REFUSED") ? ExitCode.UNTRUE : ExitCode.OK;
        } catch (IOException nobodyThere) {
            throw Failure.part("The shop does not answer; ./shop status tells which part is down.");
        }
    }
}
