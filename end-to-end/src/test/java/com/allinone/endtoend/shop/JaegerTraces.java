package com.allinone.endtoend.shop;

import com.allinone.endtoend.people.Answer;
import com.allinone.endtoend.people.Client;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The HTTP API that Jaeger's own pages use. */
record JaegerTraces(String address) implements TraceStore {

    @Override
    public List<Span> trace(String traceId) {
        Answer answer = Client.of(address).get("/api/traces/" + traceId);
        if (answer.status() == 404) {
            return List.of();
        }
        JsonNode trace = answer.expecting(200).json().path("data").path(0);
        return StreamSupport.stream(trace.path("spans").spliterator(), false)
                .map(span -> span(trace, span))
                .toList();
    }

    private static Span span(JsonNode trace, JsonNode span) {
        String process = span.path("processID").asText();
        return new Span(
                span.path("spanID").asText(),
                parent(span),
                trace.path("processes").path(process).path("serviceName").asText(),
                span.path("operationName").asText());
    }

    private static @Nullable String parent(JsonNode span) {
        return StreamSupport.stream(span.path("references").spliterator(), false)
                .filter(reference -> reference.path("refType").asText().equals("CHILD_OF"))
                .map(reference -> reference.path("spanID").asText())
                .findFirst()
                .orElse(null);
    }
}
