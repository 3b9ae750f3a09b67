package com.allinone.endtoend.shop;

import com.allinone.endtoend.people.Answer;
import com.allinone.endtoend.people.Client;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Zipkin's API, version 2. */
record ZipkinTraces(String address) implements TraceStore {

    private static final Duration LOOKBACK = Duration.ofHours(3);

    @Override
    public List<Span> trace(String traceId) {
        Answer answer = Client.of(address).get("/api/v2/trace/" + traceId);
        return answer.status() == 404
                ? List.of()
                : StreamSupport.stream(answer.expecting(200).json().spliterator(), false)
                        .map(ZipkinTraces::span)
                        .toList();
    }

    @Override
    public Optional<Set<String>> graph() {
        return Optional.empty();
    }

    @Override
    public String everything(String service) {
        return Client.of(address)
                .get("/api/v2/traces?serviceName=%s&limit=1500&lookback=%d".formatted(service, LOOKBACK.toMillis()))
                .expecting(200)
                .text();
    }

    @Override
    public Set<String> attributes(String everything) {
        return Json.read(everything).findValues("tags").stream()
                .flatMap(tags -> tags.properties().stream())
                .filter(tag -> !tag.getValue().asText().equals(WITHHELD))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Span span(JsonNode span) {
        return new Span(
                span.path("id").asText(),
                span.path("parentId").isTextual() ? span.path("parentId").asText() : null,
                span.path("localEndpoint").path("serviceName").asText(),
                span.path("name").asText());
    }
}
