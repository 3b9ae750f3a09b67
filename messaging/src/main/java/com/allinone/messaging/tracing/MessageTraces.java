package com.allinone.messaging.tracing;

import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.OutgoingMessage;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes and reads W3C trace contexts, and opens the span under which a message is handled. */
@ApplicationScoped
public class MessageTraces {

    public static final String TRACEPARENT = "traceparent";

    /** How long something may wait and still belong to the trace that it began in. */
    public static final Duration LONGEST_TRACE = Duration.ofHours(6);

    private static final String SCOPE = "com.allinone.messaging";

    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.type");
    private static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> MESSAGE_ID = AttributeKey.stringKey("messaging.message.id");
    private static final AttributeKey<String> KEY = AttributeKey.stringKey("messaging.kafka.message.key");
    private static final AttributeKey<String> CONSUMER = AttributeKey.stringKey("messaging.consumer.group.name");
    private static final AttributeKey<Long> BATCH_SIZE = AttributeKey.longKey("messaging.batch.message_count");
    private static final TextMapGetter<Map<String, String>> FROM_MAP = new FromMap();

    private final Tracer tracer;

    public MessageTraces(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer(SCOPE);
    }

    /** The {@code traceparent} of the context's span; null where there is none. */
    public static @Nullable String traceparent(Context context) {
        Map<String, String> headers = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(context, headers, (carrier, name, value) -> {
            if (carrier != null) {
                carrier.put(name, value);
            }
        });
        return headers.get(TRACEPARENT);
    }

    /**
     * The context in which something goes on that has waited: its own trace, or beyond {@link #LONGEST_TRACE} a new one that
     * has a link back to it. A trace of days is drawn by no page, and its store may have forgotten the beginning.
     */
    public static Context goingOn(@Nullable String traceparent, Duration waited) {
        Context before = context(traceparent);
        if (waited.compareTo(LONGEST_TRACE) <= 0) {
            return before;
        }
        Span span = GlobalOpenTelemetry.getTracer(SCOPE)
                .spanBuilder("go on after a long wait")
                .setNoParent()
                .addLink(Span.fromContext(before).getSpanContext())
                .startSpan();
        span.end();
        return Context.root().with(span);
    }

    /** The id of the trace that a stored {@code traceparent} belongs to; null where there is none. */
    public static @Nullable String traceId(@Nullable String traceparent) {
        SpanContext span = Span.fromContext(context(traceparent)).getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }

    /** The context that a stored {@code traceparent} names; the root context for null. */
    public static Context context(@Nullable String traceparent) {
        return traceparent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), Map.of(TRACEPARENT, traceparent), FROM_MAP);
    }

    /**
     * Makes the producer span of a message that leaves with a transaction; whoever handles the message is its child.
     *
     * @return the span's {@code traceparent}; null where there is no trace to belong to
     */
    public @Nullable String sending(Context trace, OutgoingMessage message, UUID id) {
        if (!Span.fromContext(trace).getSpanContext().isValid()) {
            return null;
        }
        Span span = tracer.spanBuilder("send " + message.type())
                .setParent(trace)
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute(SYSTEM, "kafka")
                .setAttribute(OPERATION, "send")
                .setAttribute(DESTINATION, message.topic())
                .setAttribute(MESSAGE_ID, id.toString())
                .setAttribute(KEY, message.key())
                .startSpan();
        span.end();
        return traceparent(trace.with(span));
    }

    /** Opens a consumer span for each message of a batch; each message then carries its own. */
    public List<IncomingMessage> opening(List<IncomingMessage> batch, String consumer) {
        return batch.stream()
                .map(message -> {
                    Span span = tracer.spanBuilder("process " + message.type())
                            .setParent(message.trace())
                            .setSpanKind(SpanKind.CONSUMER)
                            .setAttribute(SYSTEM, "kafka")
                            .setAttribute(OPERATION, "process")
                            .setAttribute(DESTINATION, message.topic())
                            .setAttribute(MESSAGE_ID, message.id().toString())
                            .setAttribute(KEY, message.key())
                            .setAttribute(CONSUMER, consumer)
                            .setAttribute(BATCH_SIZE, (long) batch.size())
                            .startSpan();
                    return message.within(message.trace().with(span));
                })
                .toList();
    }

    /** Ends the spans that {@link #opening} began. */
    public void closing(List<IncomingMessage> batch, @Nullable Throwable failure) {
        for (IncomingMessage message : batch) {
            Span span = Span.fromContext(message.trace());
            if (failure != null) {
                span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
            }
            span.end();
        }
    }

    private static final class FromMap implements TextMapGetter<Map<String, String>> {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    }
}
