package com.allinone.launcher.tracing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * OTLP spans in Zipkin's JSON.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/trace/sdk_exporters/zipkin/">the mapping</a>
 */
final class ZipkinSpans {
    private ZipkinSpans() {}

    static ArrayNode from(ExportTraceServiceRequest request) {
        var spans = JsonNodeFactory.instance.arrayNode();
        for (var resource : request.getResourceSpansList()) {
            var service = find(resource.getResource().getAttributesList(), "service.name")
                    .orElse("unknown_service");
            for (var scope : resource.getScopeSpansList()) {
                scope.getSpansList().forEach(span -> spans.add(convert(service, scope.getScope(), span)));
            }
        }
        return spans;
    }

    private static ObjectNode convert(String service, InstrumentationScope scope, Span span) {
        var zipkin = JsonNodeFactory.instance
                .objectNode()
                .put("traceId", hex(span.getTraceId()))
                .put("id", hex(span.getSpanId()))
                .put("name", span.getName())
                .put("timestamp", span.getStartTimeUnixNano() / 1_000)
                .put("duration", Math.max(1, (span.getEndTimeUnixNano() - span.getStartTimeUnixNano()) / 1_000));
        if (!span.getParentSpanId().isEmpty()) {
            zipkin.put("parentId", hex(span.getParentSpanId()));
        }
        kind(span.getKind()).ifPresent(kind -> zipkin.put("kind", kind));
        zipkin.putObject("localEndpoint").put("serviceName", service);
        find(span.getAttributesList(), "peer.service")
                .or(() -> find(span.getAttributesList(), "server.address"))
                .filter(remote -> span.getKind() == Span.SpanKind.SPAN_KIND_CLIENT)
                .ifPresent(remote -> zipkin.putObject("remoteEndpoint").put("serviceName", remote));
        tags(zipkin.putObject("tags"), scope, span);
        annotations(zipkin.putArray("annotations"), span);
        return zipkin;
    }

    private static Optional<String> kind(Span.SpanKind kind) {
        return switch (kind) {
            case SPAN_KIND_SERVER -> Optional.of("SERVER");
            case SPAN_KIND_CLIENT -> Optional.of("CLIENT");
            case SPAN_KIND_PRODUCER -> Optional.of("PRODUCER");
            case SPAN_KIND_CONSUMER -> Optional.of("CONSUMER");
            case SPAN_KIND_INTERNAL, SPAN_KIND_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }

    private static void tags(ObjectNode tags, InstrumentationScope scope, Span span) {
        span.getAttributesList().forEach(attribute -> tags.put(attribute.getKey(), text(attribute.getValue())));
        if (!scope.getName().isEmpty()) {
            tags.put("otel.scope.name", scope.getName());
        }
        var links = span.getLinksList();
        for (var i = 0; i < links.size(); i++) {
            var link = links.get(i);
            tags.put("otel.link." + i, hex(link.getTraceId()) + ":" + hex(link.getSpanId()));
        }
        var status = span.getStatus();
        if (status.getCode() == Status.StatusCode.STATUS_CODE_ERROR) {
            tags.put("otel.status_code", "ERROR");
            tags.put("error", status.getMessage().isEmpty() ? "true" : status.getMessage());
        } else if (status.getCode() == Status.StatusCode.STATUS_CODE_OK) {
            tags.put("otel.status_code", "OK");
        }
    }

    private static void annotations(ArrayNode annotations, Span span) {
        for (var event : span.getEventsList()) {
            var details = event.getAttributesList().stream()
                    .map(detail -> detail.getKey() + "=" + text(detail.getValue()))
                    .collect(Collectors.joining(" "));
            annotations
                    .addObject()
                    .put("timestamp", event.getTimeUnixNano() / 1_000)
                    .put("value", details.isEmpty() ? event.getName() : event.getName() + ": " + details);
        }
    }

    private static Optional<String> find(List<KeyValue> attributes, String key) {
        return attributes.stream()
                .filter(attribute -> attribute.getKey().equals(key))
                .map(attribute -> text(attribute.getValue()))
                .findFirst();
    }

    private static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
            case INT_VALUE -> Long.toString(value.getIntValue());
            case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
            case BYTES_VALUE -> hex(value.getBytesValue());
            case ARRAY_VALUE ->
                value.getArrayValue().getValuesList().stream()
                        .map(ZipkinSpans::text)
                        .collect(Collectors.joining(",", "[", "]"));
            case KVLIST_VALUE ->
                value.getKvlistValue().getValuesList().stream()
                        .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case VALUE_NOT_SET -> "";
        };
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
