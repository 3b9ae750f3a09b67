package com.allinone.payment.storage;

import com.allinone.messaging.sql.Row;
import com.allinone.payment.domain.Charge;
import com.allinone.payment.domain.DeclineReason;
import com.allinone.payment.domain.IntentId;
import com.allinone.payment.domain.Money;
import com.allinone.payment.domain.OrderId;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentId;
import com.allinone.payment.domain.PaymentState;
import com.allinone.payment.domain.PaymentState.Cancelling;
import com.allinone.payment.domain.PaymentState.Completed;
import com.allinone.payment.domain.PaymentState.Confirming;
import com.allinone.payment.domain.PaymentState.Created;
import com.allinone.payment.domain.PaymentState.Declined;
import com.allinone.payment.domain.PaymentState.RefundFailed;
import com.allinone.payment.domain.PaymentState.Refunded;
import com.allinone.payment.domain.PaymentState.Refunding;
import com.allinone.payment.domain.PaymentState.Requested;
import com.allinone.payment.domain.RefundFailure;
import com.allinone.payment.domain.RefundId;
import com.allinone.payment.domain.ShopperId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A payment and the columns it is kept in; the columns that a state does not have are null. */
record PaymentRow(
        String state,
        @Nullable String intent,
        int confirms,
        @Nullable String reason,
        @Nullable Instant completedAt,
        @Nullable String refund) {

    static PaymentRow of(PaymentState state) {
        var label = state.label();
        return switch (state) {
            case Requested _ -> new PaymentRow(label, null, 0, null, null, null);
            case Created(var intent, var confirms) -> new PaymentRow(label, intent.value(), confirms, null, null, null);
            case Confirming(var intent, var confirms) ->
                new PaymentRow(label, intent.value(), confirms, null, null, null);
            case Cancelling(var intent, var reason) ->
                new PaymentRow(label, intent.value(), 0, reason.name(), null, null);
            case Declined(var reason) -> new PaymentRow(label, null, 0, reason.name(), null, null);
            case Completed(var intent, var at) -> new PaymentRow(label, intent.value(), 0, null, at, null);
            case Refunding(var intent, var at) -> new PaymentRow(label, intent.value(), 0, null, at, null);
            case Refunded(var intent, var at, var refund) ->
                new PaymentRow(label, intent.value(), 0, null, at, refund.value());
            case RefundFailed(var intent, var at, var why) ->
                new PaymentRow(label, intent.value(), 0, why.name(), at, null);
        };
    }

    static Payment read(Row row) {
        return new Payment(
                new PaymentId(row.uuid("payment_id")),
                new OrderId(row.uuid("order_id")),
                charge(row),
                state(row),
                row.number("version"));
    }

    private static @Nullable Charge charge(Row row) {
        var user = row.uuidOrNull("user_id");
        return user == null
                ? null
                : new Charge(
                        new ShopperId(user),
                        new Money(row.number("amount"), row.text("currency")),
                        row.text("payment_method"),
                        row.instant("not_after"));
    }

    private static PaymentState state(Row row) {
        return switch (row.text("state")) {
            case "REQUESTED" -> new Requested();
            case "CREATED" -> new Created(intent(row), row.integer("confirms"));
            case "CONFIRMING" -> new Confirming(intent(row), row.integer("confirms"));
            case "CANCELLING" -> new Cancelling(intent(row), DeclineReason.valueOf(row.text("reason")));
            case "DECLINED" -> new Declined(DeclineReason.valueOf(row.text("reason")));
            case "COMPLETED" -> new Completed(intent(row), row.instant("completed_at"));
            case "REFUNDING" -> new Refunding(intent(row), row.instant("completed_at"));
            case "REFUNDED" ->
                new Refunded(intent(row), row.instant("completed_at"), new RefundId(row.text("refund_id")));
            case "REFUND_FAILED" ->
                new RefundFailed(intent(row), row.instant("completed_at"), RefundFailure.valueOf(row.text("reason")));
            case String unknown -> throw new IllegalStateException("A payment is stored as " + unknown);
        };
    }

    private static IntentId intent(Row row) {
        return new IntentId(row.text("intent_id"));
    }
}
