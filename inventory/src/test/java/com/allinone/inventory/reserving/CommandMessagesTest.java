package com.allinone.inventory.reserving;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.inventory.domain.StockCommand;
import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.testing.Contracts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.opentelemetry.context.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever order's contracts show is understood. */
class CommandMessagesTest {

    static Set<String> types() {
        return CommandMessages.TYPES;
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyExampleOfOrderIsACommand(String type) throws JsonProcessingException {
        for (String example : Contracts.examples("order", type)) {
            String order = new ObjectMapper().readTree(example).get("orderId").asText();

            StockCommand command = CommandMessages.read(message(type, order, example));

            assertThat(command.orderId()).hasToString(order);
        }
    }

    static IncomingMessage message(String type, String key, String json) {
        return new IncomingMessage(
                UuidCreator.getTimeOrderedEpoch(),
                "inventory.commands",
                0,
                0,
                key,
                type,
                "/order",
                Instant.EPOCH,
                json.getBytes(StandardCharsets.UTF_8),
                Context.root());
    }
}
