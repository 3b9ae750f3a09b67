package com.allinone.messaging.testing;

import com.allinone.messaging.MessageJson;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The published contracts: a schema and examples for every message, {@code contracts/<publisher>/<type>.…}. */
public final class Contracts {

    private Contracts() {}

    /** What the publisher's schema finds wrong with a record written as a message body; empty when nothing. */
    public static List<String> violations(String publisher, String type, Object body) {
        return violationsOfJson(publisher, type, MessageJson.write(body));
    }

    /** What the publisher's schema finds wrong with JSON. */
    public static List<String> violationsOfJson(String publisher, String type, String json) {
        String schema = file(publisher, type + ".schema.json")
                .orElseThrow(() -> new AssertionError("No schema of " + publisher + " for " + type));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(json, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** Every example of a message, as JSON; there is at least one. */
    public static List<String> examples(String publisher, String type) {
        List<String> examples = new ArrayList<>();
        Optional<String> next = file(publisher, type + ".example-1.json");
        while (next.isPresent()) {
            examples.add(next.get());
            next = file(publisher, type + ".example-" + (examples.size() + 1) + ".json");
        }
        if (examples.isEmpty()) {
            throw new AssertionError("No example of " + publisher + " for " + type);
        }
        return examples;
    }

    private static Optional<String> file(String publisher, String name) {
        try (InputStream file = Contracts.class.getResourceAsStream("/contracts/" + publisher + "/" + name)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
