package com.allinone.launcher.operating;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.calling.Reply;
import com.allinone.launcher.home.Failure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The operators' addresses of one service, as someone who is signed in. */
public final class MessageDesk {
    public static final List<String> SERVICES = List.of("order", "inventory", "payment", "catalog", "identity");
    private static final int PAGE = 100;
    private final JsonCalls shop;
    private final String service;

    private MessageDesk(JsonCalls shop, String service) {
        this.shop = shop;
        this.service = service;
    }

    /** The desk of a service, which must be one of the five. */
    public static MessageDesk of(JsonCalls operator, String service) {
        if (!SERVICES.contains(service)) {
            throw Failure.usage("There is no service %s; there are %s.".formatted(service, SERVICES));
        }
        return new MessageDesk(operator, service);
    }

    public String service() {
        return service;
    }

    /** Parked keys, at most so many, oldest first. */
    public List<JsonNode> keys(@Nullable String consumer, int most) {
        return pages("/parked", consumer == null ? "" : "&consumer=" + encoded(consumer), most);
    }

    /** What operators did, at most so many, newest first. */
    public List<JsonNode> audit(int most) {
        return pages("/parked/audit", "", most);
    }

    /** The first messages of a key, without bodies. */
    public JsonNode messages(String consumer, String key) {
        return get("/parked/messages?limit=" + PAGE + names(consumer, key));
    }

    /** One message whole. */
    public JsonNode message(String consumer, String key, long place) {
        return get("/parked/messages/" + place + "?" + names(consumer, key).substring(1));
    }

    /**
     * Redrives a key to its end, or to the message that fails again.
     *
     * @param told after each call
     * @return {@code done}, {@code left} and {@code stop} of all calls together
     */
    public ObjectNode redrive(String consumer, String key, String reason, Consumer<JsonNode> told) {
        var wish = JsonNodeFactory.instance
                .objectNode()
                .put("consumer", consumer)
                .put("key", key)
                .put("reason", reason);
        var done = 0L;
        while (true) {
            var answer = post("/parked/redrives", wish);
            done += answer.path("done").asLong();
            told.accept(answer);
            if (answer.path("left").asLong() == 0
                    || answer.hasNonNull("stop")
                    || answer.path("done").asLong() == 0) {
                return JsonNodeFactory.instance
                        .objectNode()
                        .put("service", service)
                        .put("consumer", consumer)
                        .put("key", key)
                        .put("done", done)
                        .put("left", answer.path("left").asLong())
                        .set("stop", answer.path("stop"));
            }
        }
    }

    /** Gives one message up; {@code left} tells how many of its key are still parked. */
    public JsonNode discard(String consumer, String key, long place, String reason) {
        return post(
                "/parked/discards",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("consumer", consumer)
                        .put("key", key)
                        .put("place", place)
                        .put("reason", reason));
    }

    /** Log levels that were changed and have not gone back yet. */
    public JsonNode levels() {
        return get("/log-levels");
    }

    /** Has a logger tell otherwise for some minutes; as before where {@code level} is null. */
    public JsonNode level(String logger, @Nullable String level, int minutes, String reason) {
        var wish = JsonNodeFactory.instance
                .objectNode()
                .put("logger", logger)
                .put("level", level)
                .put("minutes", minutes)
                .put("reason", reason);
        try {
            return ok(shop.put("/api/v1/" + service + "/log-levels", wish));
        } catch (IOException nobodyThere) {
            throw silent();
        }
    }

    /**
     * Publishes the log again from an instant to its end.
     *
     * @param told after each step
     * @return how many messages were put back
     */
    public long republish(Instant from, String reason, Consumer<JsonNode> told) {
        var requeued = 0L;
        var after = 0L;
        while (true) {
            var step = post(
                    "/outbox/republications",
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("from", from.toString())
                            .put("after", after)
                            .put("reason", reason));
            requeued += step.path("requeued").asLong();
            told.accept(step);
            if (step.path("over").asBoolean()) {
                return requeued;
            }
            after = step.path("through").asLong();
        }
    }

    private List<JsonNode> pages(String path, String filter, int most) {
        var items = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = get(path + "?limit=" + Math.min(PAGE, most - items.size()) + filter + cursor);
            page.path("items").forEach(items::add);
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty() && items.size() < most);
        return items;
    }

    private JsonNode get(String path) {
        try {
            return ok(shop.get("/api/v1/" + service + path));
        } catch (IOException nobodyThere) {
            throw silent();
        }
    }

    private JsonNode post(String path, JsonNode body) {
        try {
            return ok(shop.post("/api/v1/" + service + path, body, Map.of()));
        } catch (IOException nobodyThere) {
            throw silent();
        }
    }

    private JsonNode ok(Reply reply) {
        if (reply.status() == 401 || reply.status() == 503 || reply.status() == 504) {
            throw Failure.part("%s did not serve it, %s.".formatted(service, reply.problem()));
        }
        if (!reply.succeeded()) {
            throw Failure.untrue("%s refused it, %s.".formatted(service, reply.problem()));
        }
        return reply.body();
    }

    private static Failure silent() {
        return Failure.part("The shop does not answer; ./shop status tells which part is down.");
    }

    private static String names(String consumer, String key) {
        return "&consumer=" + encoded(consumer) + "&key=" + encoded(key);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
