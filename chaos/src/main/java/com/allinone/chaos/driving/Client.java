package com.allinone.chaos.driving;

import com.allinone.chaos.driving.Answer.Said;
import com.allinone.chaos.driving.Answer.TurnedAway;
import com.allinone.chaos.driving.Answer.Unknown;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Speaks HTTP to the ingress as somebody. */
public final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final String origin;

    public Client(String origin) {
        this.origin = origin;
    }

    /**
     * Sends one request, once.
     *
     * @param token asked for when the request is sent; empty for nobody
     */
    public Answer send(String method, String path, @Nullable JsonNode body, Supplier<String> token, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(origin + path)).timeout(PATIENCE);
        var bearer = token.get();
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
        }
        return send(request.build());
    }

    Answer postForm(String path, String form) {
        return send(HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private Answer send(HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            var status = response.statusCode();
            if (status == 401 || status == 403 || status == 429) {
                return new TurnedAway(status);
            }
            if (status >= 500) {
                return new Unknown("status " + status);
            }
            var etag = response.headers().firstValue("ETag").orElse("");
            return new Said(status, parsed(response.body()), etag);
        } catch (IOException | IllegalStateException broken) {
            return new Unknown(String.valueOf(broken));
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
            return new Unknown("interrupted");
        }
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
