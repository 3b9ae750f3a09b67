package com.allinone.endtoend.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Speaks HTTP and JSON to one address, as somebody or as nobody.
 *
 * @param token sent as bearer token; null for nobody
 */
public record Client(String origin, @Nullable String token) {

    private static final Duration PATIENCE = Duration.ofSeconds(35);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public static Client of(String origin) {
        return new Client(origin, null);
    }

    public Client as(String other) {
        return new Client(origin, other);
    }

    /** Asks for something; headers are names and values, one after the other. */
    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer post(String path, String json, String... headers) {
        return send("POST", path, json, headers);
    }

    public Answer post(String path) {
        return send("POST", path, null);
    }

    public Answer put(String path, String json, String... headers) {
        return send("PUT", path, json, headers);
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    public Answer send(String method, String path, @Nullable String json, String... headers) {
        HttpRequest.Builder request =
                request(path).method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public Answer postForm(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** The lines of an answer that goes on, as they come; closing the stream hangs up. */
    Stream<String> lines(String path, String... headers) {
        HttpRequest.Builder request = request(path).timeout(Duration.ofMinutes(3));
        HttpResponse<Stream<String>> response = transport(request.headers(headers), BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " was answered with " + response.statusCode());
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin + path)).timeout(PATIENCE);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder builder) {
        HttpResponse<String> response = transport(builder, BodyHandlers.ofString());
        HttpRequest request = response.request();
        return new Answer(
                request.method() + " " + request.uri(), response.statusCode(), response.headers(), response.body());
    }

    private static <T> HttpResponse<T> transport(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
