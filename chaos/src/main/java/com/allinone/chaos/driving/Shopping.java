package com.allinone.chaos.driving;

import com.allinone.chaos.driving.Answer.Said;
import com.allinone.chaos.driving.Answer.TurnedAway;
import com.allinone.chaos.driving.Answer.Unknown;
import com.allinone.chaos.history.Attempt;
import com.allinone.chaos.history.History;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one shopper does about one order, from the first click to the parcel. */
final class Shopping {
    private static final String ORDERS = "/api/v1/orders";
    private static final Duration INSISTENCE = Duration.ofSeconds(150);
    private static final int LONGEST_PAUSE_MILLIS = 4_000;

    private final Client client;
    private final Supplier<String> shopper;
    private final Supplier<String> operator;
    private final Plan plan;
    private final History history;
    private final Counting counting;

    Shopping(
            Client client,
            Supplier<String> shopper,
            Supplier<String> operator,
            Plan plan,
            History history,
            Counting counting) {
        this.client = client;
        this.shopper = shopper;
        this.operator = operator;
        this.plan = plan;
        this.history = history;
        this.counting = counting;
    }

    void run() throws InterruptedException {
        var attempt = history.begin(new Attempt(plan.number(), plan.key(), plan.address(), plan.card()));
        place(attempt);
        var order = attempt.order();
        if (order == null) {
            return;
        }
        if (plan.doubts()) {
            send(attempt);
        }
        if (!plan.operation().isEmpty()) {
            operate(attempt, order);
        }
        if (plan.cancelAfterMillis() >= 0) {
            Thread.sleep(plan.cancelAfterMillis());
            cancel(attempt, order);
        }
        if (plan.shipAfterMillis() >= 0) {
            Thread.sleep(plan.shipAfterMillis());
            ship(attempt, order);
        }
    }

    private void place(Attempt attempt) throws InterruptedException {
        var end = System.nanoTime() + INSISTENCE.toNanos();
        var pause = 250;
        while (!send(attempt) && (plan.insists() || !attempt.everUnsure()) && System.nanoTime() < end) {
            Thread.sleep(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
        if (attempt.order() != null) {
            counting.accepted.incrementAndGet();
        } else if (attempt.refused()) {
            counting.refused.incrementAndGet();
        }
    }

    /** Sends it once; returns whether the answer says what came of it. */
    private boolean send(Attempt attempt) {
        history.write("sending", attempt, "card", plan.card());
        var answer = client.send(
                "POST",
                ORDERS,
                Orders.body(plan),
                shopper,
                "Idempotency-Key",
                plan.key().toString());
        return switch (answer) {
            case Said said
            when said.status() == 202 -> {
                var id = UUID.fromString(said.body().path("id").asText());
                history.write("accepted", attempt, "id", id.toString());
                attempt.accepted(id);
                yield true;
            }
            case Said said -> {
                history.write("refused", attempt, "status", String.valueOf(said.status()));
                attempt.refused(said.status());
                yield true;
            }
            case TurnedAway away -> {
                history.write("turned away", attempt, "status", String.valueOf(away.status()));
                yield false;
            }
            case Unknown unknown -> {
                history.write("no answer", attempt, "why", unknown.why());
                attempt.unsure();
                counting.unsure.incrementAndGet();
                yield false;
            }
        };
    }

    private void cancel(Attempt attempt, UUID order) throws InterruptedException {
        history.write("cancelling", attempt, "id", order.toString());
        var said = insist("POST", ORDERS + "/" + order + "/cancellation", null, shopper);
        if (said != null) {
            history.write("cancel answered", attempt, "status", String.valueOf(said.status()));
            if (said.ok()) {
                attempt.cancelAccepted();
            }
        }
    }

    /** Whatever comes of it, it comes as a message, beside all others. */
    private void operate(Attempt attempt, UUID order) throws InterruptedException {
        history.write("operating", attempt, "action", plan.operation());
        var wish = JsonNodeFactory.instance
                .objectNode()
                .put("action", plan.operation())
                .put("reason", "an operator in the middle of chaos");
        var path = ORDERS + "/" + order + "/operations";
        var said = insist("POST", path, wish, operator, "Idempotency-Key", "operate-" + plan.key());
        if (said != null) {
            history.write("operation answered", attempt, "status", String.valueOf(said.status()));
        }
    }

    /** What the warehouse does: it ships what is ready, and never what is not. */
    private void ship(Attempt attempt, UUID order) throws InterruptedException {
        var seen = insist("GET", ORDERS + "/" + order, null, shopper);
        if (seen == null || !seen.body().path("status").asText().equals("DELIVERY_READY")) {
            return;
        }
        history.write("shipping", attempt, "id", order.toString());
        var shipped = insist("POST", ORDERS + "/" + order + "/shipment", null, operator);
        if (shipped == null || !shipped.ok()) {
            return;
        }
        history.write("shipped", attempt, "id", order.toString());
        attempt.shipAccepted();
        if (plan.delivers()) {
            var delivered = insist("POST", ORDERS + "/" + order + "/delivery", null, operator);
            if (delivered != null && delivered.ok()) {
                history.write("delivered", attempt, "id", order.toString());
                attempt.deliverAccepted();
            }
        }
    }

    /** Asks until it is answered; null when the shopper has lost patience. */
    private @Nullable Said insist(
            String method, String path, @Nullable JsonNode body, Supplier<String> who, String... headers)
            throws InterruptedException {
        var end = System.nanoTime() + INSISTENCE.toNanos();
        var pause = 250;
        while (System.nanoTime() < end) {
            if (client.send(method, path, body, who, headers) instanceof Said said) {
                return said;
            }
            Thread.sleep(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
        return null;
    }
}
