package com.allinone.launcher.commands;

import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Settles a refund that the provider would not make; the order waits for that and goes on by itself. */
@Command(
        name = "settle",
        description = "Settles an order's refund that failed for good; the order goes on by itself then.",
        mixinStandardHelpOptions = true,
        footer = "Ends with 0 when it is decided, 1 when there is no failed refund, 4 when the shop does not answer.")
public final class SettleCommand implements Callable<Integer> {
    private static final List<String> ACTIONS = List.of("retry", "by-hand");

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
            description = "retry (ask the provider again), by-hand (the money was given back another way).")
    String action = "";

    @Option(names = "--note", paramLabel = "TEXT", required = true, description = "How, or why; it is kept for ever.")
    String note = "";

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Override
    public Integer call() {
        if (!ACTIONS.contains(action)) {
            throw Failure.usage(
                    "A refund can be settled with %s, not %s.".formatted(String.join(" or ", ACTIONS), action));
        }
        try {
            var name = action.toUpperCase(Locale.ROOT).replace('-', '_');
            var settlement = operator.operating(options).settle(order, name, note);
            var out = spec.commandLine().getOut();
            if (json) {
                out.println(settlement);
            } else {
                out.println(
                        action.equals("retry")
                                ? "The provider is asked for the refund again."
                                : "The refund is booked as given back by hand.");
            }
            return ExitCode.OK;
        } catch (IOException nobodyThere) {
            throw Failure.part("The shop does not answer; ./shop status tells which part is down.");
        }
    }
}
