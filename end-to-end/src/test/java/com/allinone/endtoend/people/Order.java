package com.allinone.endtoend.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * An order that was accepted, in the hand of its shopper.
 *
 * @param traceId where everything that follows from it is found
 */
public record Order(Shopper shopper, String id, String traceId) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<String> ENDS = Set.of("DELIVERY_READY", "CANCELLED", "DELIVERED", "REFUND_BY_HAND");

    public JsonNode now() {
        return shopper.seesTheOrder(id);
    }

    public String status() {
        return now().path("status").asText();
    }

    /** The order once it has that status. */
    public JsonNode awaits(String status) {
        return awaits(status, PATIENCE);
    }

    public JsonNode awaits(String status, Duration patience) {
        return await("order " + id)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(100))
                .until(this::now, order -> {
                    String seen = order.path("status").asText();
                    assertThat(seen.equals(status) || !seen.equals("CANCELLED"))
                            .as("not cancelled: %s", order)
                            .isTrue();
                    return seen.equals(status);
                });
    }

    /** The order once nothing follows any more by itself. */
    public JsonNode ends(Duration patience) {
        return await("the end of order " + id)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(200))
                .until(this::now, order -> ENDS.contains(order.path("status").asText()));
    }

    /** What happened to it, in order. */
    public List<String> timeline() {
        return StreamSupport.stream(now().path("timeline").spliterator(), false)
                .map(entry -> entry.path("status").asText())
                .toList();
    }
}
