package com.allinone.payment.publishing;

import com.allinone.messaging.OutgoingMessage;
import com.allinone.payment.domain.PaymentEvent;
import com.allinone.payment.domain.PaymentEvent.PaymentCompleted;
import com.allinone.payment.domain.PaymentEvent.PaymentDeclined;
import com.allinone.payment.domain.PaymentEvent.PaymentRefundFailed;
import com.allinone.payment.domain.PaymentEvent.PaymentRefunded;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** The events of this service as the contracts in {@code contracts/payment} describe them. */
@RegisterForReflection(
        targets = {
            PaymentMessages.Completed.class,
            PaymentMessages.Declined.class,
            PaymentMessages.Refunded.class,
            PaymentMessages.RefundFailed.class
        })
public final class PaymentMessages {

    static final String TOPIC = "payment.events";

    private PaymentMessages() {}

    record Completed(UUID orderId, UUID paymentId, long amount, String currency, Instant completedAt) {}

    record Declined(UUID orderId, UUID paymentId, String reason) {}

    record Refunded(UUID orderId, UUID paymentId, String refundId, long amount, String currency) {}

    record RefundFailed(UUID orderId, UUID paymentId, String reason) {}

    static OutgoingMessage of(PaymentEvent event) {
        var order = event.order().value();
        var payment = event.payment().value();
        return switch (event) {
            case PaymentCompleted(var _, var _, var money, var at) ->
                message("completed", order, new Completed(order, payment, money.amount(), money.currency(), at));
            case PaymentDeclined(var _, var _, var reason) ->
                message("declined", order, new Declined(order, payment, reason.name()));
            case PaymentRefunded(var _, var _, var refund, var money) ->
                message(
                        "refunded",
                        order,
                        new Refunded(order, payment, refund.value(), money.amount(), money.currency()));
            case PaymentRefundFailed(var _, var _, var why) ->
                message("refund_failed", order, new RefundFailed(order, payment, why.name()));
        };
    }

    private static OutgoingMessage message(String fact, UUID order, Object body) {
        return new OutgoingMessage(TOPIC, order.toString(), "payment." + fact + ".v1", body);
    }
}
