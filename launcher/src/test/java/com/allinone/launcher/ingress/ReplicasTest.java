package com.allinone.launcher.ingress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.allinone.launcher.home.Ports;
import com.allinone.launcher.tracing.IngressSpans;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The door before two replicas of one service. */
class ReplicasTest {
    private final Ports ports = new Ports(ThreadLocalRandom.current().nextInt(10_000, 40_000));
    private final Vertx vertx = Vertx.vertx();
    private final Set<String> unready = ConcurrentHashMap.newKeySet();
    private final HttpServer first = replica("first");
    private final HttpServer second = replica("second");

    ReplicasTest() throws IOException {}

    @AfterEach
    void close() {
        first.stop(0);
        second.stop(0);
        vertx.close();
    }

    @Test
    void areAskedInTurn() throws Exception {
        open();

        assertThat(asked(4)).containsExactly("first", "second", "first", "second");
    }

    @Test
    void areLeftOutWhileTheyAreNotReady() throws Exception {
        open();
        unready.add("second");
        asked(1);

        await().untilAsserted(() -> assertThat(asked(4)).containsOnly("first"));

        unready.clear();
        await().untilAsserted(() -> assertThat(asked(4)).contains("second"));
    }

    @Test
    void areAllAskedWhenNoneIsReady() throws Exception {
        open();
        unready.addAll(List.of("first", "second"));
        asked(1);

        await().pollDelay(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(asked(4)).containsOnly("first", "second"));
    }

    private void open() throws Exception {
        var replicas = List.of(first.getAddress().getPort(), second.getAddress().getPort());
        var routes = new Routes(ports, Map.of("order", replicas));
        new Door(vertx, routes, new ApiPages(routes), IngressSpans.exportingTo(vertx, ports.otlp()))
                .server(ports.ingress())
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private List<String> asked(int times) throws IOException, InterruptedException {
        var answers = new ArrayList<String>();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.ingress() + "/api/v1/orders"))
                    .build();
            for (var number = 0; number < times; number++) {
                answers.add(client.send(request, BodyHandlers.ofString()).body());
            }
        }
        return answers;
    }

    private HttpServer replica(String name) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, name.length());
            exchange.getResponseBody().write(name.getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(unready.contains(name) ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
