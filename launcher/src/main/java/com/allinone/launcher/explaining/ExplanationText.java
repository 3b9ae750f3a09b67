package com.allinone.launcher.explaining;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;

/** An order's explanation for people: first what it waits for and what stands in its way, then how it came there. */
public final class ExplanationText {
    private final PrintWriter out;

    public ExplanationText(PrintWriter out) {
        this.out = out;
    }

    /** Prints all of it. */
    public void print(JsonNode whole, String traceAddress) {
        var order = whole.path("order");
        out.printf("Order %s  %s%s%n", text(whole, "id"), text(order, "status"), because(order, "reason"));
        if (order.isObject()) {
            out.printf("  since      %s%n", text(order, "since"));
            out.printf("  waits for  %s%n", text(order, "waitsFor"));
        }
        if (order.hasNonNull("deadline")) {
            out.printf("  given up   at %s, if nothing comes%n", text(order, "deadline"));
        }
        if (!traceAddress.isEmpty()) {
            out.printf("  trace      %s%n", traceAddress);
        }
        obstacles(whole);
        states(order);
        messages(whole.path("messages"));
        stock(whole.path("inventory"));
        money(whole.path("payment"));
    }

    private void obstacles(JsonNode whole) {
        for (var parked : OrderParts.parked(whole)) {
            var service = text(parked, "service");
            out.printf(
                    "  PARKED     %s at %s since %s: %s%n",
                    text(parked, "type"), service, text(parked, "at"), text(parked, "error"));
            out.printf(
                    "             ./shop parked redrive --service %s %s %s%n",
                    service, text(parked, "consumer"), text(whole, "id"));
        }
        for (var message : whole.path("messages")) {
            if (!message.path("published").asBoolean()) {
                out.printf("  UNSENT     %s waits in the outbox of %s%n", text(message, "type"), text(message, "by"));
            }
        }
        for (var silent : whole.path("silent")) {
            out.printf("  SILENT     %s, %s%n", text(silent, "service"), text(silent, "why"));
        }
    }

    private void states(JsonNode order) {
        out.printf("%nStates%n");
        for (var entry : order.path("timeline")) {
            out.printf("  %-30s %-24s %s%n", text(entry, "at"), text(entry, "event"), text(entry, "status"));
        }
    }

    private void messages(JsonNode messages) {
        out.printf("%nMessages%n");
        for (var message : messages) {
            var to = new ArrayList<String>();
            for (var delivery : message.path("deliveries")) {
                var times = delivery.path("times").asInt();
                to.add(text(delivery, "consumer") + (times == 1 ? "" : " (%d times)".formatted(times)));
            }
            out.printf(
                    "  %-30s %-24s %-9s -> %s%n",
                    text(message, "at"),
                    text(message, "type"),
                    text(message, "by"),
                    to.isEmpty() ? "nobody yet" : String.join(", ", to));
        }
    }

    private void stock(JsonNode stock) {
        out.printf("%nStock%n");
        if (!stock.isObject()) {
            out.println("  nothing is known");
            return;
        }
        out.printf("  %-30s %s%n", text(stock, "since"), text(stock, "stage"));
        for (var line : stock.path("lines")) {
            out.printf(
                    "  %-30s %s, %d from %s%n",
                    "", text(line, "sku"), line.path("quantity").asLong(), text(line, "warehouse"));
        }
        for (var shortage : stock.path("shortages")) {
            out.printf(
                    "  %-30s %s, %d wanted, %d there%n",
                    "",
                    text(shortage, "sku"),
                    shortage.path("requested").asLong(),
                    shortage.path("available").asLong());
        }
    }

    private void money(JsonNode payment) {
        out.printf("%nMoney%n");
        if (!payment.isObject()) {
            out.println("  nothing is known");
            return;
        }
        out.printf(
                "  %-30s %s%s, intent %s%n",
                text(payment, "since"),
                text(payment, "status"),
                because(payment, "reason"),
                payment.hasNonNull("intent") ? text(payment, "intent") : "none");
        for (var attempt : payment.path("attempts")) {
            out.printf("  %-30s %-15s %s%n", text(attempt, "at"), text(attempt, "state"), text(attempt, "answer"));
        }
        for (var line : payment.path("ledger")) {
            out.printf(
                    "  %-30s %-15s %s %d %s%n",
                    text(line, "at"),
                    text(line, "kind"),
                    text(line, "account"),
                    line.path("amount").path("amount").asLong(),
                    text(line.path("amount"), "currency"));
        }
        for (var settled : payment.path("settlements")) {
            out.printf(
                    "  %-30s %-15s by %s%n", text(settled, "at"), text(settled, "action"), text(settled, "operator"));
        }
    }

    private static String because(JsonNode node, String field) {
        return node.hasNonNull(field) ? " (" + text(node, field) + ")" : "";
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
