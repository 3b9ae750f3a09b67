package com.allinone.order.fulfilment;

import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.UnreadableMessage;
import com.allinone.order.domain.OrderEvent;
import com.allinone.order.domain.OrderEvent.PaymentCompleted;
import com.allinone.order.domain.OrderEvent.PaymentDeclined;
import com.allinone.order.domain.OrderEvent.PaymentRefunded;
import com.allinone.order.domain.OrderEvent.RefundFailed;
import com.allinone.order.domain.OrderEvent.StockRejected;
import com.allinone.order.domain.OrderEvent.StockReleased;
import com.allinone.order.domain.OrderEvent.StockReserved;
import com.allinone.order.domain.OrderId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import java.util.UUID;

/** What inventory and payment answer, and what each answer means to an order. */
final class FulfilmentReplies {

    static final Set<String> TYPES = Set.of(
            "stock.reserved.v1",
            "stock.rejected.v1",
            "stock.released.v1",
            "payment.completed.v1",
            "payment.declined.v1",
            "payment.refunded.v1",
            "payment.refund_failed.v1");

    /** Only order frees a hold: it knows from its own deadline, so inventory's reminder needs no answer. */
    static final Set<String> NOT_NEEDED = Set.of("stock.overdue.v1");

    private FulfilmentReplies() {}

    static Reply read(IncomingMessage message) {
        return switch (message.type()) {
            case "stock.reserved.v1" -> of(message, new StockReserved());
            case "stock.released.v1" -> of(message, new StockReleased());
            case "payment.completed.v1" -> of(message, new PaymentCompleted());
            case "payment.refunded.v1" -> of(message, new PaymentRefunded());
            case "stock.rejected.v1" -> of(message, new StockRejected(reason(message)));
            case "payment.declined.v1" -> of(message, new PaymentDeclined(reason(message)));
            case "payment.refund_failed.v1" -> of(message, new RefundFailed(reason(message)));
            default -> throw new IllegalStateException("The saga is not subscribed to " + message.type());
        };
    }

    private static Reply of(IncomingMessage message, OrderEvent event) {
        OrderId order = new OrderId(message.body(AboutOrder.class).orderId());
        if (!order.toString().equals(message.key())) {
            throw new UnreadableMessage("The key of a " + message.type() + " is not its order " + order);
        }
        return new Reply(order, event, message);
    }

    private static String reason(IncomingMessage message) {
        return message.body(WithReason.class).reason();
    }

    /** An answer about an order. */
    record Reply(OrderId order, OrderEvent event, IncomingMessage message) {}

    /** What is read of every answer. */
    @RegisterForReflection
    record AboutOrder(UUID orderId) {
        AboutOrder {
            if (orderId == null) {
                throw new IllegalArgumentException("orderId is missing");
            }
        }
    }

    /** What is read of a refusal besides. */
    @RegisterForReflection
    record WithReason(String reason) {
        WithReason {
            if (reason == null) {
                throw new IllegalArgumentException("reason is missing");
            }
        }
    }
}
