package com.allinone.endtoend.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;

/** What was answered to a request, which it names so that a failure explains itself. */
public record Answer(String request, int status, HttpHeaders headers, String text) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** This answer, if it has that status. */
    public Answer expecting(int wanted) {
        assertThat(status).as("%s was answered %s", request, text).isEqualTo(wanted);
        return this;
    }

    public JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("%s was answered with %d and no JSON: %s".formatted(request, status, text), e);
        }
    }

    public String header(String name) {
        return headers.firstValue(name)
                .orElseThrow(() -> new AssertionError("%s was answered without %s".formatted(request, name)));
    }

    /** This answer, if it is a refusal as RFC 9457 wants it, of a type that docs/problems.md explains. */
    public Answer refusing(int wanted, String slug) {
        expecting(wanted);
        assertThat(header("Content-Type")).as(request).startsWith("application/problem+json");
        JsonNode problem = json();
        assertThat(problem.path("type").asText()).as("%s: %s", request, text).isEqualTo(Problems.TYPES + slug);
        assertThat(problem.path("status").asInt()).as("%s: %s", request, text).isEqualTo(wanted);
        assertThat(problem.path("title").asText()).as("%s: %s", request, text).isNotBlank();
        assertThat(problem.path("detail").asText()).as("%s: %s", request, text).isNotBlank();
        assertThat(Problems.explained()).as("what docs/problems.md explains").contains(slug);
        return this;
    }
}
