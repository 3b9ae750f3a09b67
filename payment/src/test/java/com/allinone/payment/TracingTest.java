package com.allinone.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.messaging.testing.Topic;
import com.allinone.payment.Shop.Order;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ServiceTest
class TracingTest {

    @Inject
    Shop shop;

    @Inject
    CollectedSpans spans;

    @Test
    void putsTheProvidersCallsAndTheAnswerIntoTheTraceOfTheCommand() {
        try (var commands = new Topic("payment.commands");
                var events = new Topic("payment.events")) {
            var order = Order.any();
            shop.charge(commands, order, "tok_500_after");
            var completed = events.await(order.key(), "payment.completed.v1");
            Shop.await(() -> trace(order).size() >= 5);

            var trace = trace(order);
            assertThat(trace.stream()
                            .filter(span -> span.getKind() == SpanKind.CLIENT)
                            .map(SpanData::getName))
                    .containsExactly("provider create intent", "provider confirm intent", "provider look at intent");
            assertThat(completed.header("traceparent"))
                    .contains(trace.getFirst().getTraceId());
            assertThat(trace.toString()).doesNotContain("tok_500_after").doesNotContain("sk_test");
        }
    }

    private List<SpanData> trace(Order order) {
        var all = spans.all();
        return all.stream()
                .filter(span -> order.key()
                        .equals(span.getAttributes().get(AttributeKey.stringKey("messaging.kafka.message.key"))))
                .findFirst()
                .map(first -> all.stream()
                        .filter(span -> span.getTraceId().equals(first.getTraceId()))
                        .toList())
                .orElse(List.of());
    }
}
