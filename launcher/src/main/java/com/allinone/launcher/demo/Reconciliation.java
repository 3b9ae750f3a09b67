package com.allinone.launcher.demo;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.calling.Reply;
import com.allinone.launcher.home.Failure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Has the running shop compare its books, and waits for what comes of it. */
public final class Reconciliation {
    private static final String PATH = "/api/v1/orders/reconciliations";
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final JsonCalls operator;

    public Reconciliation(JsonCalls operator) {
        this.operator = operator;
    }

    /** Begins a round; its id. */
    public String begin(boolean full) throws IOException {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var reply = operator.post(PATH + "?full=" + full, JsonNodeFactory.instance.objectNode(), key);
        return ok(reply).path("id").asText();
    }

    /** Waits until the round has ended, and tells how far it is whenever that has changed. */
    public JsonNode watch(String id, Duration patience, Consumer<JsonNode> told) throws IOException {
        var end = System.nanoTime() + patience.toNanos();
        var last = "";
        while (true) {
            var round = ok(operator.get(PATH + "/" + id));
            var now = round.path("orders") + " " + round.path("openRanges") + " " + round.path("differences");
            if (!now.equals(last)) {
                told.accept(round);
                last = now;
            }
            if (!round.path("state").asText().equals("OPEN")) {
                return round;
            }
            if (System.nanoTime() > end) {
                throw Failure.late(
                        "Reconciliation %s has not ended after %d seconds; it goes on, and %s%s/latest tells how far it is."
                                .formatted(id, patience.toSeconds(), "GET ", PATH));
            }
            pause();
        }
    }

    private static JsonNode ok(Reply reply) {
        if (reply.status() == 401 || reply.status() == 502 || reply.status() == 503 || reply.status() == 504) {
            throw Failure.part("The order service did not serve, %s.".formatted(reply.problem()));
        }
        if (!reply.succeeded()) {
            throw Failure.untrue("The reconciliation was refused, %s.".formatted(reply.problem()));
        }
        return reply.body();
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting", stopNow);
        }
    }
}
