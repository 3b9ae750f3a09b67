package com.allinone.launcher.commands;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.demo.DemoUser;
import com.allinone.launcher.demo.Ordering;
import com.allinone.launcher.demo.SignIn;
import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Traces;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Places an order and shows its life; 0 when it is ready for delivery, 3 when it was cancelled. */
@Command(
        name = "order",
        description = "Places an order as a demo shopper and prints its timeline as it happens.",
        mixinStandardHelpOptions = true,
        footer = "Ends with 0 when the order is ready for delivery, 3 when it was cancelled, 1 when it was refused,"
                + " 4 when the shop does not answer, 7 when it was not finished in time.")
public final class OrderCommand implements Callable<Integer> {
    @Mixin
    ShopOptions options;

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "SKU", description = "What to buy, e.g. MUG-CELADON-01.")
    String sku = "";

    @Option(names = "--qty", paramLabel = "N", defaultValue = "1", description = "How many (default: 1).")
    int quantity;

    @Option(
            names = "--card",
            paramLabel = "TOKEN",
            defaultValue = "tok_visa",
            description = "The card's token at the payment provider (default: tok_visa).")
    String card = "";

    @Option(names = "--as", paramLabel = "USER", defaultValue = "minji", description = "Who buys (default: minji).")
    String user = "";

    @Option(
            names = "--patience",
            paramLabel = "DURATION",
            defaultValue = "PT2M",
            description = "How long to watch, ISO 8601 (default: PT2M).")
    Duration patience = Duration.ZERO;

    @Option(names = "--json", description = "Print one JSON object at the end, and nothing before.")
    boolean json;

    @Override
    public Integer call() {
        var ports = options.ports();
        var shop = JsonCalls.to(ports.origin());
        var ordering = new Ordering(shop.as(new SignIn(shop).token(DemoUser.named(user))));
        try {
            var placed = ordering.place(new Ordering.Wish(sku, quantity, card));
            var out = spec.commandLine().getOut();
            var timeline = new Timeline(out);
            if (!json) {
                out.printf("Order %s, %d × %s%n", placed.orderId(), quantity, sku);
            }
            var order = ordering.watch(placed.orderId(), patience, entry -> {
                if (!json) {
                    timeline.print(entry);
                }
            });
            var address = Traces.address(options.site(), placed.traceId());
            if (json) {
                out.println(result(order, placed.traceId(), address));
            } else {
                out.printf("%s%nTrace %s%n      %s%n", ending(order), placed.traceId(), address);
            }
            return exitCode(order.path("status").asText());
        } catch (IOException nobodyThere) {
            throw Failure.part("The shop does not answer; ./shop status tells which part is down.");
        }
    }

    private static int exitCode(String status) {
        return switch (status) {
            case "CANCELLED" -> ExitCode.CANCELLED;
            case "REFUND_BY_HAND" -> ExitCode.UNTRUE;
            default -> ExitCode.OK;
        };
    }

    private static String ending(JsonNode order) {
        var reason = order.path("reason").asText("");
        return order.path("status").asText() + (order.path("reason").isTextual() ? " (" + reason + ")" : "");
    }

    private static JsonNode result(JsonNode order, String traceId, String traceAddress) {
        var timeline = order.path("timeline");
        var result = JsonNodeFactory.instance
                .objectNode()
                .put("orderId", order.path("id").asText())
                .put("status", order.path("status").asText());
        result.set("reason", order.path("reason"));
        result.set("total", order.path("total"));
        result.set("timeline", timeline);
        if (!timeline.isEmpty()) {
            var first = Instant.parse(timeline.get(0).path("at").asText());
            var last =
                    Instant.parse(timeline.get(timeline.size() - 1).path("at").asText());
            result.put("millis", Duration.between(first, last).toMillis());
        }
        return result.put("traceId", traceId).put("trace", traceAddress);
    }
}
