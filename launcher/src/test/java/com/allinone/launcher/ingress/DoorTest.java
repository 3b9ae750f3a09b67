package com.allinone.launcher.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.launcher.home.Ports;
import com.allinone.launcher.tracing.IngressSpans;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The door before one upstream, which tells what reached it; the others are not there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorTest {
    private final Ports ports = new Ports(ThreadLocalRandom.current().nextInt(10_000, 40_000));
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer order;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CountDownLatch release = new CountDownLatch(1);

    DoorTest() throws IOException {
        order = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.service("order")), 10);
    }

    @BeforeAll
    void open() throws Exception {
        order.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        order.createContext("/api/v1/orders", DoorTest::tell);
        order.createContext("/api/v1/orders/1/events", this::stream);
        order.start();
        var routes = new Routes(ports);
        new Door(vertx, routes, new ApiPages(routes), IngressSpans.exportingTo(vertx, ports.otlp()))
                .server(ports.ingress())
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @AfterAll
    void close() {
        release.countDown();
        order.stop(0);
        vertx.close();
    }

    @Test
    void identityHeadersOfClientsAreRemovedAndOursAreSet() throws Exception {
        var told = send(
                        "/api/v1/orders",
                        request -> request.header("X-User-Id", "someone")
                                .header("x_user_roles", "operator")
                                .header("X-Auth-Request-User", "someone")
                                .header("X-Forwarded-User", "someone")
                                .header("X-Forwarded-For", "8.8.8.8")
                                .header("Forwarded", "for=8.8.8.8")
                                .header("Remote-User", "someone")
                                .header("X-Harmless", "kept"))
                .body();

        assertThat(told.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("someone", "operator", "8.8.8.8")
                .contains("x-harmless=[kept]", "x-forwarded-for=[127.0.0.1]", "x-forwarded-proto=[http]");
    }

    @Test
    void aTraceIsContinuedWithASpanOfTheIngress() throws Exception {
        var trace = "0af7651916cd43dd8448eb211c80319c";

        var told = send(
                        "/api/v1/orders",
                        request -> request.header("traceparent", "00-" + trace + "-b7ad6b7169203331-01"))
                .body();

        assertThat(told).contains("00-" + trace).doesNotContain("b7ad6b7169203331");
    }

    @Test
    void aTraceIsBegunWhereNoneOrABrokenOneIsSent() throws Exception {
        var response = send("/api/v1/orders", request -> request.header("traceparent", "nonsense"));

        var trace = response.headers().firstValue("traceresponse").orElseThrow();
        assertThat(trace).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(response.body()).contains(trace).doesNotContain("nonsense");
    }

    @Test
    void aBodyUpToTheLimitPassesWhetherItsLengthIsKnownOrNot() throws Exception {
        var body = new byte[Passage.MAX_BODY_BYTES];

        var known = send("/api/v1/orders", request -> request.POST(BodyPublishers.ofByteArray(body)));
        var unknown = send(
                "/api/v1/orders",
                request -> request.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(known.body()).contains("length=" + body.length);
        assertThat(unknown.body()).contains("length=" + body.length);
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedWhetherItsLengthIsKnownOrNot() throws Exception {
        var body = new byte[Passage.MAX_BODY_BYTES + 1];

        var unknown = send(
                "/api/v1/orders",
                request -> request.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
        assertProblem(unknown, 413, "body-too-large");

        var known =
                send("/api/v1/orders", request -> request.expectContinue(true).POST(BodyPublishers.ofByteArray(body)));
        assertProblem(known, 413, "body-too-large");
    }

    @Test
    void aFloodOfHeadersIsRefused() throws Exception {
        var response = send("/api/v1/orders", request -> request.header("X-Flood", "x".repeat(17_000)));

        assertProblem(response, 431, "headers-too-large");
    }

    @Test
    void aDeadUpstreamIsAProblemThatSaysWhenToTryAgain() throws Exception {
        var response = send("/api/v1/catalog/products", request -> request);

        assertProblem(response, 503, "upstream-unavailable");
        assertThat(response.headers().firstValue("retry-after")).isPresent();
    }

    @Test
    void whatIsNotRoutedIsNotFound() throws Exception {
        assertProblem(send("/q/health", request -> request), 404, "not-found");
        assertProblem(send("/api/v1/orders/%2e%2e/%2e%2e/q/health", request -> request), 400, "invalid-path");
    }

    @Test
    void eventsPassAtOnceAndNotWhenTheStreamEnds() throws Exception {
        var lines = new SynchronousQueue<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> read("/api/v1/orders/1/events", lines));

            assertThat(lines.poll(5, TimeUnit.SECONDS)).isEqualTo("data: first");
            release.countDown();
            assertThat(lines.poll(5, TimeUnit.SECONDS)).isEqualTo("data: second");
        }
    }

    @Test
    void onePageShowsTheDocumentsOfAllServices() throws Exception {
        assertThat(send("/docs/", request -> request).body()).contains("swagger-ui");
        assertThat(send("/docs/swagger-initializer.js", request -> request).body())
                .contains("/docs/openapi/order", "/docs/openapi/identity");
        assertThat(send("/docs/swagger-ui-bundle.js", request -> request).statusCode())
                .isEqualTo(200);
    }

    private static void assertProblem(HttpResponse<String> response, int status, String slug) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(response.body()).contains("https://allinone.example/problems/" + slug);
    }

    private HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> details) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.ingress() + path));
        return client.send(details.apply(request).build(), BodyHandlers.ofString());
    }

    private void read(String path, SynchronousQueue<String> heard) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.ingress() + path))
                .build();
        try (var stream = client.send(request, BodyHandlers.ofLines()).body()) {
            var lines = stream.filter(text -> !text.isEmpty()).iterator();
            for (var i = 0; i < 2; i++) {
                heard.put(lines.next());
            }
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void tell(HttpExchange exchange) throws IOException {
        var length = exchange.getRequestBody().readAllBytes().length;
        var told = exchange.getRequestHeaders().entrySet() + " length=" + length;
        var bytes = told.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("content-type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (var body = exchange.getResponseBody()) {
            body.write("data: first\n\n".getBytes(StandardCharsets.UTF_8));
            body.flush();
            if (release.await(20, TimeUnit.SECONDS)) {
                body.write("data: second\n\n".getBytes(StandardCharsets.UTF_8));
            }
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
        }
    }
}
