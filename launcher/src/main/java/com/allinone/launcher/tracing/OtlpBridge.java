package com.allinone.launcher.tracing;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;

/** Takes OTLP over HTTP (protobuf, gzip or not) and hands it to Zipkin, which cannot read it. */
public final class OtlpBridge {
    private static final int MAX_BODY_BYTES = 16 * 1024 * 1024;
    private static final Logger LOG = Logger.getLogger(OtlpBridge.class.getName());
    private final Vertx vertx;
    private final HttpClient zipkin;

    public OtlpBridge(Vertx vertx, int zipkinPort) {
        this.vertx = vertx;
        this.zipkin = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost("127.0.0.1")
                .setDefaultPort(zipkinPort)
                .setConnectTimeout(1_000));
    }

    public HttpServer server(int port) {
        var options = new HttpServerOptions().setHost("127.0.0.1").setPort(port);
        return vertx.createHttpServer(options).requestHandler(this::handle);
    }

    private void handle(HttpServerRequest request) {
        if (!request.method().equals(HttpMethod.POST) || !"/v1/traces".equals(request.path())) {
            request.response().setStatusCode(404).end();
            return;
        }
        var body = Buffer.buffer();
        request.handler(piece -> {
            if (body.length() + piece.length() > MAX_BODY_BYTES) {
                request.response()
                        .setStatusCode(413)
                        .putHeader("connection", "close")
                        .end();
                request.connection().close();
            } else {
                body.appendBuffer(piece);
            }
        });
        request.endHandler(end -> take(request, body));
    }

    /** 503 makes the sender try again; 400 makes it forget what cannot be read. */
    private void take(HttpServerRequest request, Buffer body) {
        try {
            var spans = ZipkinSpans.from(ExportTraceServiceRequest.parseFrom(plain(request, body)));
            var stored = spans.isEmpty() ? Future.succeededFuture() : store(spans.toString());
            stored.onSuccess(done -> request.response()
                            .putHeader("content-type", "application/x-protobuf")
                            .end())
                    .onFailure(failure -> {
                        LOG.log(Level.WARNING, "spans refused for now: cause={0}", failure.getMessage());
                        request.response()
                                .setStatusCode(503)
                                .putHeader("retry-after", "2")
                                .end();
                    });
        } catch (IOException unreadable) {
            request.response().setStatusCode(400).end();
        }
    }

    private static byte[] plain(HttpServerRequest request, Buffer body) throws IOException {
        if (!"gzip".equalsIgnoreCase(request.getHeader("content-encoding"))) {
            return body.getBytes();
        }
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(body.getBytes()))) {
            return plain.readNBytes(MAX_BODY_BYTES);
        }
    }

    private Future<Void> store(String spans) {
        return zipkin.request(HttpMethod.POST, "/api/v2/spans")
                .compose(request ->
                        request.putHeader("content-type", "application/json").send(spans))
                .compose(response -> response.statusCode() / 100 == 2
                        ? response.end()
                        : Future.failedFuture("Zipkin answered " + response.statusCode()));
    }
}
