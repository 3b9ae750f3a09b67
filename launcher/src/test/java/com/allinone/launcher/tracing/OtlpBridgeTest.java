package com.allinone.launcher.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OtlpBridgeTest {
    private static final byte[] TRACE = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
    private static final byte[] PARENT = {1, 1, 1, 1, 1, 1, 1, 1};
    private static final byte[] SPAN = {2, 2, 2, 2, 2, 2, 2, 2};

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<String> stored = new ArrayBlockingQueue<>(10);
    private final HttpServer zipkin;
    private int port;

    OtlpBridgeTest() throws IOException {
        zipkin = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    }

    @BeforeEach
    void open() throws Exception {
        zipkin.createContext("/api/v2/spans", exchange -> {
            stored.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        zipkin.start();
        var server =
                new OtlpBridge(vertx, zipkin.getAddress().getPort()).server(0).listen();
        port = server.toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
    }

    @AfterEach
    void close() {
        zipkin.stop(0);
        vertx.close();
    }

    @Test
    void aSpanKeepsEverythingThatItSays() throws Exception {
        assertThat(send(request().toByteArray(), false)).isEqualTo(200);

        assertThat(span()).isEqualTo(new ObjectMapper().readTree("""
                        {
                          "traceId": "0102030405060708090a0b0c0d0e0f10",
                          "id": "0202020202020202",
                          "parentId": "0101010101010101",
                          "name": "POST /api/v1/orders",
                          "kind": "SERVER",
                          "timestamp": 1700000000000001,
                          "duration": 2500,
                          "localEndpoint": {"serviceName": "order"},
                          "tags": {
                            "http.response.status_code": "503",
                            "ids": "[a,b]",
                            "otel.status_code": "ERROR",
                            "error": "no room"
                          },
                          "annotations": [{"timestamp": 1700000000000002, "value": "retried: attempt=2"}]
                        }"""));
    }

    @Test
    void aCompressedRequestIsReadToo() throws Exception {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            request().writeTo(gzip);
        }

        assertThat(send(compressed.toByteArray(), true)).isEqualTo(200);
        assertThat(span().path("localEndpoint").path("serviceName").asText()).isEqualTo("order");
    }

    @Test
    void whatIsNoOtlpIsRefusedForGood() throws Exception {
        assertThat(send("nonsense".getBytes(StandardCharsets.UTF_8), false)).isEqualTo(400);
    }

    @Test
    void whileZipkinIsAwayTheSenderIsAskedToTryAgain() throws Exception {
        zipkin.stop(0);

        assertThat(send(request().toByteArray(), false)).isEqualTo(503);
    }

    private JsonNode span() throws Exception {
        var json = stored.poll(5, TimeUnit.SECONDS);
        return new ObjectMapper().readTree(json).path(0);
    }

    private int send(byte[] body, boolean compressed) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/traces"))
                .header("content-type", "application/x-protobuf")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (compressed) {
            request.header("content-encoding", "gzip");
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static ExportTraceServiceRequest request() {
        var span = Span.newBuilder()
                .setTraceId(ByteString.copyFrom(TRACE))
                .setSpanId(ByteString.copyFrom(SPAN))
                .setParentSpanId(ByteString.copyFrom(PARENT))
                .setName("POST /api/v1/orders")
                .setKind(Span.SpanKind.SPAN_KIND_SERVER)
                .setStartTimeUnixNano(1_700_000_000_000_001_000L)
                .setEndTimeUnixNano(1_700_000_000_002_501_000L)
                .addAttributes(attribute(
                        "http.response.status_code", AnyValue.newBuilder().setIntValue(503)))
                .addAttributes(attribute(
                        "ids",
                        AnyValue.newBuilder()
                                .setArrayValue(ArrayValue.newBuilder()
                                        .addValues(AnyValue.newBuilder().setStringValue("a"))
                                        .addValues(AnyValue.newBuilder().setStringValue("b")))))
                .setStatus(Status.newBuilder()
                        .setCode(Status.StatusCode.STATUS_CODE_ERROR)
                        .setMessage("no room"))
                .addEvents(Span.Event.newBuilder()
                        .setName("retried")
                        .setTimeUnixNano(1_700_000_000_000_002_000L)
                        .addAttributes(
                                attribute("attempt", AnyValue.newBuilder().setIntValue(2))));
        var service = attribute("service.name", AnyValue.newBuilder().setStringValue("order"));
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder().addAttributes(service))
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build();
    }

    private static KeyValue attribute(String key, AnyValue.Builder value) {
        return KeyValue.newBuilder().setKey(key).setValue(value).build();
    }
}
