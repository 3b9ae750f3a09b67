package com.allinone.payment.accepting;

import com.allinone.messaging.IncomingMessage;
import com.allinone.payment.domain.Charge;
import com.allinone.payment.domain.Money;
import com.allinone.payment.domain.OrderId;
import com.allinone.payment.domain.PaymentCommand;
import com.allinone.payment.domain.Report;
import com.allinone.payment.domain.ShopperId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What this service needs of order's commands; fields that it does not name are skipped. */
@RegisterForReflection(
        targets = {
            CommandMessages.ChargeV1.class,
            CommandMessages.CancelV1.class,
            CommandMessages.RefundV1.class,
            CommandMessages.ReportV1.class
        })
public final class CommandMessages {

    static final String CHARGE = "payment.charge.v1";
    static final String CANCEL = "payment.cancel.v1";
    static final String REFUND = "payment.refund.v1";
    static final String REPORT = "payment.report.v1";
    static final Set<String> TYPES = Set.of(CHARGE, CANCEL, REFUND);

    private CommandMessages() {}

    record ChargeV1(UUID orderId, UUID userId, long amount, String currency, String paymentMethod, Instant notAfter) {
        ChargeV1 {
            Objects.requireNonNull(orderId, "orderId");
            Objects.requireNonNull(userId, "userId");
            Objects.requireNonNull(currency, "currency");
            Objects.requireNonNull(paymentMethod, "paymentMethod");
            Objects.requireNonNull(notAfter, "notAfter");
        }
    }

    record CancelV1(UUID orderId) {
        CancelV1 {
            Objects.requireNonNull(orderId, "orderId");
        }
    }

    record RefundV1(UUID orderId) {
        RefundV1 {
            Objects.requireNonNull(orderId, "orderId");
        }
    }

    record ReportV1(UUID reportId, int look, UUID roundId, UUID fromOrderId, UUID untilOrderId) {
        ReportV1 {
            Objects.requireNonNull(reportId, "reportId");
            Objects.requireNonNull(roundId, "roundId");
            Objects.requireNonNull(fromOrderId, "fromOrderId");
            Objects.requireNonNull(untilOrderId, "untilOrderId");
        }
    }

    static Report report(IncomingMessage message) {
        var body = message.body(ReportV1.class);
        return new Report(
                body.reportId(),
                body.look(),
                body.roundId(),
                new OrderId(body.fromOrderId()),
                new OrderId(body.untilOrderId()));
    }

    static PaymentCommand read(IncomingMessage message) {
        return switch (message.type()) {
            case CHARGE -> {
                var body = message.body(ChargeV1.class);
                var money = new Money(body.amount(), body.currency());
                var charge = new Charge(new ShopperId(body.userId()), money, body.paymentMethod(), body.notAfter());
                yield new PaymentCommand.ChargeOrder(new OrderId(body.orderId()), charge);
            }
            case CANCEL ->
                new PaymentCommand.CancelCharge(
                        new OrderId(message.body(CancelV1.class).orderId()));
            case REFUND ->
                new PaymentCommand.RefundOrder(
                        new OrderId(message.body(RefundV1.class).orderId()));
            default -> throw new IllegalArgumentException("Not a command of this service: " + message.type());
        };
    }
}
