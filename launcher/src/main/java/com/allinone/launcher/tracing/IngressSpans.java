package com.allinone.launcher.tracing;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The ingress' own span of every API request, exported by OTLP; spans are dropped rather than requests delayed. */
public final class IngressSpans {
    private static final Logger LOG = Logger.getLogger(IngressSpans.class.getName());
    private static final int MOST_WAITING = 4_096;
    private static final long EXPORT_EVERY_MILLIS = 500;

    /** A request that is being passed on. */
    public record OpenSpan(String name, TraceParent traceParent, Optional<TraceParent> parent, Instant begin) {}

    private final ArrayBlockingQueue<Span> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final HttpClient client;
    private final int port;
    private final Clock clock;

    private IngressSpans(HttpClient client, int port, Clock clock) {
        this.client = client;
        this.port = port;
        this.clock = clock;
    }

    /** Spans that go to an OTLP receiver on that port of 127.0.0.1. */
    public static IngressSpans exportingTo(Vertx vertx, int port) {
        var spans = new IngressSpans(vertx.createHttpClient(), port, Clock.systemUTC());
        vertx.setPeriodic(EXPORT_EVERY_MILLIS, timer -> spans.export());
        return spans;
    }

    public OpenSpan begin(String name, Optional<TraceParent> parent) {
        var own = parent.map(TraceParent::child).orElseGet(TraceParent::fresh);
        return new OpenSpan(name, own, parent, clock.instant());
    }

    /** Whoever does not fit into the queue is not told about, nor a trace that is not kept. */
    public void end(OpenSpan open, String method, String path, int status) {
        if (!open.traceParent().sampled()) {
            return;
        }
        var span = Span.newBuilder()
                .setTraceId(bytes(open.traceParent().traceId()))
                .setSpanId(bytes(open.traceParent().spanId()))
                .setName(open.name())
                .setKind(Span.SpanKind.SPAN_KIND_SERVER)
                .setStartTimeUnixNano(nanos(open.begin()))
                .setEndTimeUnixNano(nanos(clock.instant()))
                .addAttributes(text("http.request.method", method))
                .addAttributes(text("url.path", path))
                .addAttributes(number("http.response.status_code", status));
        open.parent().ifPresent(parent -> span.setParentSpanId(bytes(parent.spanId())));
        if (status >= 500) {
            span.setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR));
        }
        var kept = waiting.offer(span.build());
        if (!kept && LOG.isLoggable(Level.FINE)) {
            LOG.fine("span dropped, too many are waiting");
        }
    }

    private void export() {
        var batch = new ArrayList<Span>();
        waiting.drainTo(batch);
        if (batch.isEmpty()) {
            return;
        }
        var body = ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder().addAttributes(text("service.name", "ingress")))
                        .addScopeSpans(ScopeSpans.newBuilder().addAllSpans(batch)))
                .build();
        client.request(HttpMethod.POST, port, "127.0.0.1", "/v1/traces")
                .compose(request -> request.putHeader("content-type", "application/x-protobuf")
                        .send(Buffer.buffer(body.toByteArray())))
                .onFailure(lost -> LOG.log(Level.FINE, "spans lost: cause={0}", lost.getMessage()));
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000 + instant.getNano();
    }

    private static KeyValue text(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    private static KeyValue number(String key, long value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setIntValue(value))
                .build();
    }
}
