package com.allinone.endtoend.shop;

import com.allinone.endtoend.people.Answer;
import com.allinone.endtoend.people.Client;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The HTTP API that Jaeger's own pages use. */
record JaegerTraces(String address) implements TraceStore {

    private static final Duration LOOKBACK = Duration.ofHours(3);

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

    @Override
    public Optional<Set<String>> graph() {
        long now = Clock.systemUTC().millis();
        Answer answer = Client.of(address).get("/api/dependencies?endTs=" + now + "&lookback=" + LOOKBACK.toMillis());
        return Optional.of(
                StreamSupport.stream(answer.expecting(200).json().path("data").spliterator(), false)
                        .map(link -> link.path("parent").asText() + " -> "
                                + link.path("child").asText())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public String everything(String service) {
        return Client.of(address)
                .get("/api/traces?service=%s&lookback=3h&limit=1500".formatted(service))
                .expecting(200)
                .text();
    }

    @Override
    public Set<String> attributes(String everything) {
        return Json.read(everything).path("data").findValues("spans").stream()
                .flatMap(spans -> spans.findValues("tags").stream())
                .flatMap(tags -> StreamSupport.stream(tags.spliterator(), false))
                .filter(tag -> !tag.path("value").asText().equals(WITHHELD))
                .map(tag -> tag.path("key").asText())
                .collect(Collectors.toUnmodifiableSet());
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
