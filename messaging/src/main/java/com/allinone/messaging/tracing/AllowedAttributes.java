package com.allinone.messaging.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Decides which texts a span may carry from its beginning on: those of this list. What libraries tell besides (who called,
 * with which program, with which query) is about people and is withheld. The story of privacy looks at what is left.
 */
@ApplicationScoped
public class AllowedAttributes implements SpanProcessor {

    /** Stands in place of what is withheld. */
    public static final String WITHHELD = "withheld";

    private static final Set<String> ALLOWED = Set.of(
            "http.request.method",
            "http.route",
            "url.path",
            "url.scheme",
            "server.address",
            "network.protocol.version",
            "code.function.name",
            "messaging.system",
            "messaging.operation.type",
            "messaging.destination.name",
            "messaging.message.id",
            "messaging.kafka.message.key",
            "messaging.consumer.group.name",
            "order.id",
            "payment.id");

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        span.getAttributes().forEach((key, value) -> {
            if (key.getType() == AttributeType.STRING && !ALLOWED.contains(key.getKey())) {
                span.setAttribute(AttributeKey.stringKey(key.getKey()), WITHHELD);
            }
        });
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // What is added later is ours, and is named where it is added.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
