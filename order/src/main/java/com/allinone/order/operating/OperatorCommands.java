package com.allinone.order.operating;

import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.UnreadableMessage;
import com.allinone.order.domain.OperatorAction;
import com.allinone.order.domain.OrderId;
import com.allinone.order.publishing.OperatorMessages;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What arrives on {@code order.commands}. */
final class OperatorCommands {

    /** By the type of its message. */
    static final Map<String, OperatorAction> ACTIONS = Arrays.stream(OperatorAction.values())
            .collect(Collectors.toMap(OperatorMessages::type, Function.identity()));

    private OperatorCommands() {}

    static Command read(IncomingMessage message) {
        Body body = message.body(Body.class);
        OperatorAction action = ACTIONS.get(message.type());
        if (action == null) {
            throw new UnreadableMessage("No operator's action is called " + message.type());
        }
        if (body.orderId() == null || body.operationId() == null) {
            throw new UnreadableMessage("A " + message.type() + " lacks its orderId or operationId");
        }
        if (!body.orderId().toString().equals(message.key())) {
            throw new UnreadableMessage("The key of a " + message.type() + " is not its order " + body.orderId());
        }
        return new Command(new OrderId(body.orderId()), body.operationId(), action, message);
    }

    /** An operator's action on an order. */
    record Command(OrderId order, UUID operation, OperatorAction action, IncomingMessage message) {}

    /** What is read of each. */
    @RegisterForReflection
    record Body(@Nullable UUID orderId, @Nullable UUID operationId) {}
}
