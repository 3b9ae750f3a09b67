package com.allinone.messaging.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.Test;

class AllowedAttributesTest {

    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(new AllowedAttributes())
            .build();

    @Test
    void whoCalledIsWithheld() {
        Attributes told = started("client.address", "203.0.113.7", "user_agent.original", "Sora's phone");

        assertThat(told.asMap().values()).containsOnly(AllowedAttributes.WITHHELD);
    }

    @Test
    void whatIsOnTheListIsTold() {
        assertThat(started("url.path", "/api/v1/orders", "messaging.kafka.message.key", "01936f1e")
                        .asMap()
                        .values())
                .containsExactlyInAnyOrder("/api/v1/orders", "01936f1e");
    }

    private Attributes started(String one, String value, String other, String otherValue) {
        var span = provider.get("test")
                .spanBuilder("GET")
                .setAttribute(AttributeKey.stringKey(one), value)
                .setAttribute(AttributeKey.stringKey(other), otherValue)
                .startSpan();
        return ((ReadableSpan) span).getAttributes();
    }
}
