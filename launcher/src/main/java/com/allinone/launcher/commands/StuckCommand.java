package com.allinone.launcher.commands;

import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the orders that wait for longer than they should, and what for. */
@Command(
        name = "stuck",
        description = "Lists the orders that wait for longer than they should, and what each waits for.",
        mixinStandardHelpOptions = true,
        footer = "They are asked for again by themselves, ever less often; ./shop operate ORDER retry-now does it now.")
public final class StuckCommand implements Callable<Integer> {
    @Mixin
    ShopOptions options;

    @Mixin
    OperatorOptions operator;

    @Spec
    CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Override
    public Integer call() {
        List<JsonNode> orders = new ArrayList<>();
        try {
            operator.operating(options).stuck(orders::add);
        } catch (IOException nobodyThere) {
            throw Failure.part("The shop does not answer; ./shop status tells which part is down.");
        }
        var out = spec.commandLine().getOut();
        if (json) {
            var result = JsonNodeFactory.instance.objectNode().put("stuck", orders.size());
            result.putArray("orders").addAll(orders);
            out.println(result);
        } else if (orders.isEmpty()) {
            out.println("No order is stuck.");
        } else {
            print(out, orders);
        }
        return ExitCode.OK;
    }

    private static void print(PrintWriter out, List<JsonNode> orders) {
        out.printf("%-36s  %-21s  %9s  %5s  %s%n", "ORDER", "STATUS", "FOR", "ASKED", "WAITS FOR");
        for (var order : orders) {
            var since = Instant.parse(order.path("since").asText());
            out.printf(
                    "%-36s  %-21s  %9s  %5d  %s%s%n",
                    order.path("id").asText(),
                    order.path("status").asText(),
                    age(Duration.between(since, Instant.now())),
                    order.path("nudges").asInt(),
                    order.path("waitsFor").asText(),
                    order.path("parked").asBoolean() ? " (an answer is parked)" : "");
        }
        out.printf("%d stuck%n", orders.size());
    }

    private static String age(Duration age) {
        return age.toHours() >= 1
                ? "%d h %02d m".formatted(age.toHours(), age.toMinutesPart())
                : "%d m %02d s".formatted(age.toMinutesPart(), age.toSecondsPart());
    }
}
