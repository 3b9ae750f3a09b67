package com.allinone.order.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.UnreadableMessage;
import com.allinone.messaging.testing.Contracts;
import com.allinone.order.domain.Samples;
import com.github.f4b6a3.uuid.UuidCreator;
import io.opentelemetry.context.Context;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of what inventory and payment say is read. */
class RepliesContractTest {

    private static final Pattern ORDER = Pattern.compile("\"orderId\": *\"([0-9a-f-]+)\"");

    static Stream<String> types() {
        return FulfilmentReplies.TYPES.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyExampleIsRead(String type) {
        String publisher = type.startsWith("stock.") ? "inventory" : "payment";

        assertThat(Contracts.examples(publisher, type))
                .allSatisfy(example -> assertThat(FulfilmentReplies.read(message(type, example))
                                .order()
                                .value())
                        .isNotNull());
    }

    @Test
    void aReplyAboutNoOrderIsUnreadable() {
        assertThatThrownBy(() -> FulfilmentReplies.read(message("stock.reserved.v1", "{}")))
                .isInstanceOf(UnreadableMessage.class);
    }

    @Test
    void aReplyUnderAnotherOrdersKeyIsUnreadable() {
        IncomingMessage stray = message(
                UUID.randomUUID().toString(), "stock.reserved.v1", "{\"orderId\":\"" + UUID.randomUUID() + "\"}");

        assertThatThrownBy(() -> FulfilmentReplies.read(stray))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessageContaining("is not its order");
    }

    private static IncomingMessage message(String type, String json) {
        Matcher order = ORDER.matcher(json);
        return message(order.find() ? order.group(1) : "key", type, json);
    }

    private static IncomingMessage message(String key, String type, String json) {
        return new IncomingMessage(
                UuidCreator.getTimeOrderedEpoch(),
                "topic",
                0,
                0,
                key,
                type,
                "/source",
                Samples.NOON,
                json.getBytes(StandardCharsets.UTF_8),
                Context.root());
    }
}
