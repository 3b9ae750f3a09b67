package com.allinone.launcher.demo;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.calling.Reply;
import com.allinone.launcher.home.Failure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** What an operator asks of orders and their money, through the ingress. */
public final class Operating {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int PIECE = 200;
    private final JsonCalls operator;

    public Operating(JsonCalls operator) {
        this.operator = operator;
    }

    /** Tells every stuck order, the longest waiting first. */
    public void stuck(Consumer<JsonNode> told) throws IOException {
        var path = "/api/v1/orders/stuck?limit=100";
        var cursor = "";
        do {
            var page = ok(operator.get(cursor.isEmpty() ? path : path + "&cursor=" + cursor), "The list");
            page.path("items").forEach(told);
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
    }

    /** Has an action carried out, and waits for what comes of it. */
    public JsonNode act(String order, String action, String reason, Duration patience) throws IOException {
        var body = JsonNodeFactory.instance.objectNode().put("action", action).put("reason", reason);
        var path = "/api/v1/orders/" + uuid(order) + "/operations";
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var asked = ok(operator.post(path, body, headers), "The operation");
        var address = path + "/" + asked.path("id").asText();
        var end = System.nanoTime() + patience.toNanos();
        while (true) {
            var now = ok(operator.get(address), "The operation");
            if (now.path("outcome").isTextual()) {
                return now;
            }
            if (System.nanoTime() > end) {
                throw Failure.late("Operation %s is stored and not carried out after %d seconds; it will be."
                        .formatted(asked.path("id").asText(), patience.toSeconds()));
            }
            pause();
        }
    }

    /** Decides what becomes of a refund that failed; the same decision with the same note is one, however often sent. */
    public JsonNode settle(String order, String action, String note) throws IOException {
        var body = JsonNodeFactory.instance.objectNode().put("action", action).put("note", note);
        var path = "/api/v1/payment/payments/" + uuid(order) + "/refund-settlements";
        var decision = (order + action + note).getBytes(StandardCharsets.UTF_8);
        var headers = Map.of("Idempotency-Key", UUID.nameUUIDFromBytes(decision).toString());
        return ok(operator.post(path, body, headers), "The settlement");
    }

    /** Compares every order with its events, a piece at a time; tells what each piece was like. */
    public void verify(Consumer<JsonNode> told) throws IOException {
        var after = "";
        do {
            var path = "/api/v1/orders/projections/verification?limit=" + PIECE;
            var piece = ok(operator.get(after.isEmpty() ? path : path + "&after=" + after), "The verification");
            told.accept(piece);
            after = piece.path("next").isTextual() ? piece.path("next").asText() : "";
        } while (!after.isEmpty());
    }

    /** Replaces what is read of every order where it is not what its events say; tells what each piece was like. */
    public void repair(String reason, Consumer<JsonNode> told) throws IOException {
        var after = "";
        do {
            var body = JsonNodeFactory.instance.objectNode().put("limit", PIECE).put("reason", reason);
            if (!after.isEmpty()) {
                body.put("after", after);
            }
            var piece = ok(operator.post("/api/v1/orders/projections/repair", body, Map.of()), "The repair");
            told.accept(piece);
            after = piece.path("next").isTextual() ? piece.path("next").asText() : "";
        } while (!after.isEmpty());
    }

    private static UUID uuid(String order) {
        try {
            return UUID.fromString(order);
        } catch (IllegalArgumentException notOne) {
            throw Failure.usage("%s is no order's id.".formatted(order));
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting", stopNow);
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
