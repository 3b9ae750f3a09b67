package com.allinone.launcher.commands;

import com.allinone.launcher.explaining.ExplanationText;
import com.allinone.launcher.explaining.OrderParts;
import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Traces;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells why an order is where it is, out of every service's own records. */
@Command(
        name = "explain",
        description = "Tells why an order is where it is: what it waits for, its states, messages, stock and money.",
        mixinStandardHelpOptions = true,
        footer = {
            "Every service is asked for its own part; one that does not answer is named, and the rest is told.",
            "Ends with 0; 1 when there is no such order; 4 when a service did not answer."
        })
public final class ExplainCommand implements Callable<Integer> {
    @Mixin
    ShopOptions options;

    @Mixin
    OperatorOptions operator;

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "ORDER", description = "The order's id.")
    String order = "";

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Override
    public Integer call() {
        var whole = new OrderParts(operator.calls(options)).of(id());
        var silent = !whole.path("silent").isEmpty();
        if (!silent && whole.path("order").isNull()) {
            throw Failure.untrue("There is no order %s.".formatted(order));
        }
        var out = spec.commandLine().getOut();
        var trace = whole.path("order").path("traceId").asText("");
        var address = trace.isEmpty() || trace.equals("null") ? "" : Traces.address(options.site(), trace);
        if (json) {
            out.println(whole.put("trace", address));
        } else {
            new ExplanationText(out).print(whole, address);
        }
        return silent ? ExitCode.PART : ExitCode.OK;
    }

    private UUID id() {
        try {
            return UUID.fromString(order);
        } catch (IllegalArgumentException notOne) {
            throw Failure.usage("%s is no order's id.".formatted(order));
        }
    }
}
