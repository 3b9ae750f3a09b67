package com.allinone.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A merchant's program, as short as it can be. */
final class TestClient {
    static final String KEY = "sk_test_simulator";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    TestClient(URI address) {
        this.address = address;
    }

    record Answer(int status, JsonNode body, boolean replayed) {
        String text(String pointer) {
            return body.at(pointer).asText();
        }
    }

    Answer post(String path, String form) throws IOException {
        return post(path, form, "");
    }

    Answer post(String path, String form, String idempotencyKey) throws IOException {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofMillis(1500))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (!idempotencyKey.isEmpty()) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return send(request.build());
    }

    Answer get(String path) throws IOException {
        return send(HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + KEY)
                .build());
    }

    Answer send(HttpRequest request) throws IOException {
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
            boolean replayed =
                    answer.headers().firstValue("Idempotent-Replayed").isPresent();
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()), replayed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    String create(String card) throws IOException {
        var form = "amount=12900&currency=krw&payment_method=" + card + "&metadata[order_id]=o-1";
        return post("/v1/payment_intents", form).text("/id");
    }

    Answer confirm(String intent, String key) throws IOException {
        return post("/v1/payment_intents/" + intent + "/confirm", "", key);
    }

    String status(String intent) throws IOException {
        return get("/v1/payment_intents/" + intent).text("/status");
    }
}
