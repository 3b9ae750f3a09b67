package com.allinone.payment.storage;

import com.allinone.messaging.sql.Sql;
import com.allinone.messaging.sql.Transaction;
import com.allinone.payment.domain.Charge;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Payments to be written, new and changed ones alike. A payment never loses its intent: a declined one keeps it for
 * whoever compares our books with the provider's.
 */
record PaymentRows(List<Payment> payments, Map<PaymentId, String> traces, Instant now) {

    private static final String WRITE = """
            insert into payment (payment_id, order_id, version, user_id, amount, currency, payment_method, not_after,
                state, intent_id, confirms, reason, completed_at, refund_id, traceparent,
                due_at, trail, requested_at, changed_at)
            select *, ?, ? from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (payment_id) do update set
                version = excluded.version, user_id = excluded.user_id, amount = excluded.amount,
                currency = excluded.currency, payment_method = excluded.payment_method,
                not_after = excluded.not_after, state = excluded.state,
                intent_id = coalesce(excluded.intent_id, payment.intent_id), confirms = excluded.confirms,
                reason = excluded.reason, completed_at = excluded.completed_at, refund_id = excluded.refund_id,
                traceparent = coalesce(excluded.traceparent, payment.traceparent),
                due_at = excluded.due_at, changed_at = excluded.changed_at,
                trail = right(payment.trail || excluded.trail, %d),
                leased_until = case when excluded.due_at is not null then payment.leased_until end,
                failures = case when excluded.due_at is not null then payment.failures else 0 end
            where payment.version < excluded.version""".formatted(TrailText.KEPT);

    void write(Transaction transaction) {
        var states =
                payments.stream().map(payment -> PaymentRow.of(payment.state())).toList();
        var statement = transaction.sql(WRITE);
        statement.bind(now).bind(now);
        column(statement, "uuid", payment -> payment.id().value());
        column(statement, "uuid", payment -> payment.order().value());
        column(statement, "int8", Payment::version);
        charge(statement, "uuid", charge -> charge.shopper().value());
        charge(statement, "int8", charge -> charge.money().amount());
        charge(statement, "text", charge -> charge.money().currency());
        charge(statement, "text", Charge::paymentMethod);
        charge(statement, "timestamptz", Charge::notAfter);
        statement
                .bindArray("text", states.stream().map(PaymentRow::state).toList())
                .bindArray("text", states.stream().map(PaymentRow::intent).toList())
                .bindArray("int4", states.stream().map(PaymentRow::confirms).toList())
                .bindArray("text", states.stream().map(PaymentRow::reason).toList())
                .bindArray(
                        "timestamptz",
                        states.stream().map(PaymentRow::completedAt).toList())
                .bindArray("text", states.stream().map(PaymentRow::refund).toList());
        column(statement, "text", payment -> traces.get(payment.id()));
        column(statement, "timestamptz", payment -> payment.state().wantsWork() ? now : null);
        column(statement, "text", payment -> TrailText.line(payment, now));
        int written = statement.update();
        if (written != payments.size()) {
            throw new IllegalStateException("Of " + payments.size() + " payments " + written + " could be written");
        }
    }

    private void column(Sql statement, String type, Function<Payment, @Nullable Object> value) {
        statement.bindArray(type, payments.stream().map(value).toList());
    }

    private void charge(Sql statement, String type, Function<Charge, Object> value) {
        column(statement, type, payment -> payment.charge() == null ? null : value.apply(payment.charge()));
    }
}
