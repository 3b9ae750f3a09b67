package com.allinone.launcher.demo;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.calling.Reply;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.tracing.TraceParent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Places one order as a shopper would and watches it to its end. */
public final class Ordering {
    /** Nothing follows these while nobody ships. */
    private static final Set<String> LAST =
            Set.of("DELIVERY_READY", "SHIPPED", "DELIVERED", "CANCELLED", "REFUND_BY_HAND");

    /** One line of one product. */
    public record Wish(String sku, int quantity, String card) {}

    /** An order that was accepted, and the trace in which everything that follows is found. */
    public record Accepted(String orderId, String traceId) {}

    private final JsonCalls shopper;

    public Ordering(JsonCalls shopper) {
        this.shopper = shopper;
    }

    /** Places the order at today's price. */
    public Accepted place(Wish wish) throws IOException {
        var product = shopper.get("/api/v1/catalog/products/" + wish.sku());
        if (product.status() == 404 || product.status() == 400) {
            throw Failure.usage("There is no product %s.".formatted(wish.sku()));
        }
        var price = ok(product, "The catalog").path("price");
        var body = JsonNodeFactory.instance.objectNode().put("paymentMethod", wish.card());
        body.putArray("lines")
                .addObject()
                .put("sku", wish.sku())
                .put("quantity", wish.quantity())
                .set("unitPrice", price);
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var reply = shopper.post("/api/v1/orders", body, headers);
        var order = ok(reply, "The order");
        var trace = reply.headers()
                .firstValue(TraceParent.RESPONSE_HEADER)
                .flatMap(TraceParent::parse)
                .map(TraceParent::traceId);
        return new Accepted(order.path("id").asText(), trace.orElse(""));
    }

    /** Tells every entry of the timeline as soon as it is known; returns the order as it ended. */
    public JsonNode watch(String orderId, Duration patience, Consumer<JsonNode> told) throws IOException {
        var end = System.nanoTime() + patience.toNanos();
        var path = "/api/v1/orders/" + orderId;
        var seen = 0;
        try (var stream = OrderStream.open(shopper, path + "/events")) {
            while (true) {
                var order = ok(shopper.get(path), "The order");
                for (var entry : order.path("timeline")) {
                    if (entry.path("version").asInt() > seen) {
                        seen = entry.path("version").asInt();
                        told.accept(entry);
                    }
                }
                if (LAST.contains(order.path("status").asText())) {
                    return order;
                }
                if (System.nanoTime() > end) {
                    throw Failure.late("Order %s is still %s after %d seconds; it goes on, and ./shop logs order tells."
                            .formatted(orderId, order.path("status").asText(), patience.toSeconds()));
                }
                stream.awaitNews();
            }
        }
    }

    private static JsonNode ok(Reply reply, String who) {
        if (reply.status() == 401 || reply.status() == 503 || reply.status() == 504) {
            throw Failure.part("%s was not served, %s.".formatted(who, reply.problem()));
        }
        if (!reply.succeeded()) {
            throw Failure.untrue("%s was refused, %s.".formatted(who, reply.problem()));
        }
        return reply.body();
    }
}
