package com.allinone.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The JSON of message bodies: instants as ISO-8601 text, unknown fields skipped, no number for a missing one. */
public final class MessageJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private MessageJson() {}

    /** The body as JSON text. */
    public static String write(Object body) {
        try {
            return MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A " + body.getClass().getName() + " could not be written as JSON", e);
        }
    }

    /** Stored JSON, written by {@link #write}, as a record. */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Stored JSON could not be read as " + type.getName(), e);
        }
    }

    /** A JSON array, each element as a record. */
    public static <T> List<T> list(String json, Class<T> element) {
        try {
            return MAPPER.readerForListOf(element).readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("JSON could not be read as a list of " + element.getName(), e);
        }
    }

    /** A stored JSON object of texts. */
    public static Map<String, String> texts(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Stored JSON is no object of texts", e);
        }
    }

    static <T> T read(byte[] json, Class<T> record, String type, UUID id) {
        try {
            T body = MAPPER.readValue(json, record);
            if (body == null) {
                throw new UnreadableMessage("The body of " + type + " " + id + " is null");
            }
            return body;
        } catch (IOException e) {
            throw new UnreadableMessage("The body of " + type + " " + id + " does not fit " + record.getName(), e);
        }
    }
}
