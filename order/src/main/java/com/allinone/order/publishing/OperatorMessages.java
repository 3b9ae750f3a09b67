package com.allinone.order.publishing;

import com.allinone.messaging.OutgoingMessage;
import com.allinone.order.domain.Operation;
import com.allinone.order.domain.OperatorAction;

/** The messages that carry an operator's actions to the saga; what was typed stays in the audit row. */
public final class OperatorMessages {

    private static final String TOPIC = "order.commands";

    private OperatorMessages() {}

    public static OutgoingMessage of(Operation operation, OperatorAction action) {
        return new OutgoingMessage(
                TOPIC,
                operation.order().toString(),
                type(action),
                new MessageBodies.OperatorCommand(operation.order().value(), operation.id(), operation.operator()));
    }

    /** The type of the message that carries the action. */
    public static String type(OperatorAction action) {
        return switch (action) {
            case RETRY_NOW -> "order.retry.v1";
            case CANCEL -> "order.cancel.v1";
            case MARK_SHIPPED -> "order.mark_shipped.v1";
            case MARK_DELIVERED -> "order.mark_delivered.v1";
        };
    }
}
