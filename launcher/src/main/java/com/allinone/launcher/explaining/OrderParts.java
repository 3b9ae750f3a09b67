package com.allinone.launcher.explaining;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.calling.Reply;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.operating.MessageDesk;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Asks every service for its part of an order, each for itself: whoever is dead is named and hides nothing of the
 * others. What each has said is then asked after at all others: which of it has come, and how often.
 */
public final class OrderParts {
    /** Ids that a service is asked after at once. */
    static final int PIECE = 100;

    private static final int NOT_FOUND = 404;
    private final JsonCalls operator;

    public OrderParts(JsonCalls operator) {
        this.operator = operator;
    }

    /**
     * All that is on record of an order: {@code order}, {@code inventory} and {@code payment} as those services tell it,
     * null where one never heard of the order; {@code messages} out of all outboxes by time, each with its
     * {@code deliveries}; and {@code silent}, who did not answer.
     */
    public ObjectNode of(UUID order) {
        var whole = JsonNodeFactory.instance.objectNode().put("id", order.toString());
        var silent = JsonNodeFactory.instance.arrayNode();
        whole.set("order", part("order", "/api/v1/orders/" + order + "/explanation", silent));
        whole.set("inventory", part("inventory", "/api/v1/inventory/reservations/" + order + "/explanation", silent));
        whole.set("payment", part("payment", "/api/v1/payment/payments/" + order + "/explanation", silent));
        whole.set("messages", messages(whole, silent));
        whole.set("silent", silent);
        return whole;
    }

    private JsonNode part(String service, String path, ArrayNode silent) {
        try {
            var reply = operator.get(path);
            if (reply.status() == NOT_FOUND) {
                return JsonNodeFactory.instance.nullNode();
            }
            return ok(service, reply, silent);
        } catch (IOException nobodyThere) {
            throw Failure.part("The shop does not answer; ./shop status tells which part is down.");
        }
    }

    private static JsonNode ok(String service, Reply reply, ArrayNode silent) {
        if (reply.succeeded()) {
            return reply.body();
        }
        if (reply.status() == 401 || reply.status() == 403) {
            throw Failure.untrue("%s refused it, %s.".formatted(service, reply.problem()));
        }
        silent.add(silent(service, reply));
        return JsonNodeFactory.instance.nullNode();
    }

    private static ObjectNode silent(String service, Reply reply) {
        return JsonNodeFactory.instance.objectNode().put("service", service).put("why", reply.problem());
    }

    /** Every message that any of the three has said about the order, in the order of their ids, which is that of time. */
    private ArrayNode messages(ObjectNode whole, ArrayNode silent) {
        var said = new ArrayList<ObjectNode>();
        for (var service : List.of("order", "inventory", "payment")) {
            for (var message : whole.path(service).path("messages").path("said")) {
                var copy = ((ObjectNode) message.deepCopy()).put("by", service);
                copy.putArray("deliveries");
                said.add(copy);
            }
        }
        said.sort((one, other) -> id(one).compareTo(id(other)));
        for (var service : MessageDesk.SERVICES) {
            for (var from = 0; from < said.size(); from += PIECE) {
                heard(service, said.subList(from, Math.min(from + PIECE, said.size())), silent);
            }
        }
        return JsonNodeFactory.instance.arrayNode().addAll(said);
    }

    private void heard(String service, List<ObjectNode> said, ArrayNode silent) {
        var ids = said.stream().map(OrderParts::id).collect(Collectors.joining("&id=", "?id=", ""));
        for (var heard : part(service, "/api/v1/" + service + "/messages/heard" + ids, silent)) {
            said.stream()
                    .filter(message -> id(message).equals(heard.path("id").asText()))
                    .forEach(message -> ((ArrayNode) message.path("deliveries"))
                            .addObject()
                            .put("to", service)
                            .put("consumer", heard.path("consumer").asText())
                            .put("times", heard.path("deliveries").asInt()));
        }
    }

    /** What is parked of the order, each with its service. */
    public static List<JsonNode> parked(JsonNode whole) {
        var parked = new ArrayList<JsonNode>();
        for (var service : List.of("order", "inventory", "payment")) {
            StreamSupport.stream(
                            whole.path(service).path("messages").path("parked").spliterator(), false)
                    .map(message -> ((ObjectNode) message.deepCopy()).put("service", service))
                    .forEach(parked::add);
        }
        return parked;
    }

    private static String id(JsonNode message) {
        return message.path("id").asText();
    }
}
