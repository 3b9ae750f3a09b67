package com.allinone.launcher.commands;

import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves that what is read of orders is what their events say; 0 when it is, 3 when it is not. */
@Command(
        name = "rebuild",
        description = "Builds what is read of orders again from their events, beside it, and compares. Orders may run.",
        mixinStandardHelpOptions = true,
        footer = "Ends with 0 when nothing differs or all that did is repaired, 3 when something differs.")
public final class RebuildCommand implements Callable<Integer> {
    private static final int MOST_LINES = 100;

    @Mixin
    ShopOptions options;

    @Mixin
    OperatorOptions operator;

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "SERVICE", description = "order: the one service whose truth is events.")
    String service = "";

    @Option(names = "--verify", description = "Compare, change nothing.")
    boolean verify;

    @Option(names = "--repair", description = "Replace what differs by what the events say; needs --reason.")
    boolean repair;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why; it is kept for ever.")
    String reason = "";

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Override
    public Integer call() {
        if (!service.equals("order")) {
            throw Failure.usage("Only order is made of events and can be rebuilt, not %s.".formatted(service));
        }
        if (verify == repair) {
            throw Failure.usage("Say either --verify, which changes nothing, or --repair.");
        }
        if (repair && reason.isBlank()) {
            throw Failure.usage("A repair needs a --reason; it stands in the audit.");
        }
        var sum = new Sum();
        try {
            var operating = operator.operating(options);
            Consumer<JsonNode> told = piece -> {
                sum.add(piece);
                if (!json) {
                    piece.path("differences").forEach(this::print);
                }
            };
            if (verify) {
                operating.verify(told);
            } else {
                operating.repair(reason, told);
            }
        } catch (IOException nobodyThere) {
            throw Failure.part("The shop does not answer; ./shop status tells which part is down.");
        }
        var out = spec.commandLine().getOut();
        out.println(json ? sum.result() : sum.sentence());
        return sum.differing == sum.repaired ? ExitCode.OK : ExitCode.DIFFERENT;
    }

    private int printed;

    private void print(JsonNode difference) {
        if (printed++ < MOST_LINES) {
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%s  %s: read %s, events say %s%n",
                            difference.path("orderId").asText(),
                            difference.path("what").asText(),
                            difference.path("stored").asText(),
                            difference.path("rebuilt").asText());
        }
    }

    private static final class Sum {
        private final ObjectNode differences = JsonNodeFactory.instance.objectNode();
        private long orders;
        private long events;
        private long differing;
        private long repaired;

        void add(JsonNode piece) {
            orders += piece.path("orders").asLong();
            events += piece.path("events").asLong();
            differing += piece.path("differing").asLong();
            repaired += piece.path("repaired").asLong();
            var kept = differences.withArray("differences");
            for (var difference : piece.path("differences")) {
                if (kept.size() < MOST_LINES) {
                    kept.add(difference);
                }
            }
        }

        String sentence() {
            return "orders %d, events %d, differing %d, repaired %d".formatted(orders, events, differing, repaired);
        }

        JsonNode result() {
            var result = JsonNodeFactory.instance
                    .objectNode()
                    .put("orders", orders)
                    .put("events", events)
                    .put("differing", differing)
                    .put("repaired", repaired);
            result.set("differences", differences.withArray("differences"));
            return result;
        }
    }
}
