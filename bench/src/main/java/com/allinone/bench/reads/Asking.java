package com.allinone.bench.reads;

import com.allinone.launcher.home.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a service once, as a reader does. */
final class Asking {
    private static final int TRIES = 40;
    private static final int BETWEEN_MILLIS = 250;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    private Asking() {}

    /** The body of the answer; a service that has just started may not have fetched the keys yet and is asked again. */
    static byte[] bytes(Read read, int port) throws InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + read.paths().getFirst()))
                .timeout(Duration.ofSeconds(10));
        read.tokens().stream().limit(1).forEach(token -> request.header("Authorization", "Bearer " + token));
        var answer = once(request.build());
        for (var attempt = 1; answer.statusCode() != 200 && attempt < TRIES; attempt++) {
            Thread.sleep(BETWEEN_MILLIS);
            answer = once(request.build());
        }
        if (answer.statusCode() != 200) {
            throw Failure.part("%s answers %s with %d.".formatted(read.service(), read.title(), answer.statusCode()));
        }
        return answer.body();
    }

    private static HttpResponse<byte[]> once(HttpRequest request) throws InterruptedException {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw Failure.part("%s cannot be asked: %s.".formatted(request.uri(), failed.getMessage()));
        }
    }
}
