package com.allinone.endtoend.shop;

import com.allinone.endtoend.people.Answer;
import com.allinone.endtoend.people.Client;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Zipkin's API, version 2. */
record ZipkinTraces(String address) implements TraceStore {

    @Override
    public List<Span> trace(String traceId) {
        Answer answer = Client.of(address).get("/api/v2/trace/" + traceId);
        return answer.status() == 404
                ? List.of()
                : StreamSupport.stream(answer.expecting(200).json().spliterator(), false)
                        .map(ZipkinTraces::span)
                        .toList();
    }

    private static Span span(JsonNode span) {
        return new Span(
                span.path("id").asText(),
                span.path("parentId").isTextual() ? span.path("parentId").asText() : null,
                span.path("localEndpoint").path("serviceName").asText(),
                span.path("name").asText());
    }
}
