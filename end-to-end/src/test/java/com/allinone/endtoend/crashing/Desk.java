package com.allinone.endtoend.crashing;

import com.allinone.endtoend.people.Client;
import com.allinone.endtoend.people.Operator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.StreamSupport;

/** An operator at what inventory has parked. */
record Desk(Operator operator) {

    private static final String PARKED = "/api/v1/inventory/parked";

    List<JsonNode> keys() {
        return list(client().get(PARKED + "?limit=100").expecting(200).json().path("items"));
    }

    List<JsonNode> messages(JsonNode key) {
        return list(client().get(PARKED + "/messages?consumer=%s&key=%s".formatted(consumer(key), name(key)))
                .expecting(200)
                .json());
    }

    /** A key by its name, as {@link #keys} would list it. */
    static JsonNode key(String consumer, String key) {
        return JsonNodeFactory.instance.objectNode().put("consumer", consumer).put("key", key);
    }

    void discardsTheFirst(JsonNode key) {
        long place = messages(key).getFirst().path("place").asLong();
        client().post(PARKED + "/discards", """
                        {"consumer": "%s", "key": "%s", "place": %d, "reason": "it is nonsense"}""".formatted(consumer(key), name(key), place));
    }

    void redrives(JsonNode key) {
        client().post(
                        PARKED + "/redrives",
                        "{\"consumer\": \"%s\", \"key\": \"%s\"}".formatted(consumer(key), name(key)));
    }

    private Client client() {
        return operator.client();
    }

    private static String consumer(JsonNode key) {
        return key.path("consumer").asText();
    }

    private static String name(JsonNode key) {
        return key.path("key").asText();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
