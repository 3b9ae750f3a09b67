package com.allinone.payment.storage;

import com.allinone.messaging.sql.Transaction;
import com.allinone.payment.domain.IntentId;
import com.allinone.payment.domain.Lease;
import com.allinone.payment.domain.OrderId;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentId;
import com.allinone.payment.domain.Payments;
import com.allinone.payment.domain.Step;
import com.allinone.payment.domain.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Payments in PostgreSQL: one statement for a batch, whatever its size. */
@ApplicationScoped
public class JdbcPayments implements Payments<Transaction> {

    private static final String LOCK_ORDERS =
            "select * from payment where order_id = any(?) order by order_id for update";
    private static final String LOCK_ONE = "select * from payment where payment_id = ? for update";
    private static final String LOCK_ALL =
            "select * from payment where payment_id = any(?) order by order_id for update";
    private static final String LEASE = """
            with due as (
                select payment_id from payment
                where due_at <= ? and (leased_until is null or leased_until <= ?)
                order by due_at limit ? for update skip locked)
            update payment set leased_until = ? from due where payment.payment_id = due.payment_id
            returning payment.*""";
    private static final String RELEASE = """
            update payment
            set leased_until = null, failures = ?, due_at = case when due_at is not null then ?::timestamptz end,
                trail = right(trail || ?, %d)
            where payment_id = ? and leased_until = ?""".formatted(TrailText.KEPT);
    private static final String HURRY = """
            with wanted as (
                select payment_id from payment where intent_id = any(?) and due_at is not null for update skip locked)
            update payment set due_at = least(payment.due_at, ?) from wanted
            where payment.payment_id = wanted.payment_id
            returning intent_id""";

    @Override
    public Map<OrderId, Payment> lock(Transaction transaction, Collection<OrderId> orders) {
        var locked = new HashMap<OrderId, Payment>();
        transaction
                .sql(LOCK_ORDERS)
                .bindArray(
                        "uuid", orders.stream().map(OrderId::value).distinct().toList())
                .list(PaymentRow::read)
                .forEach(payment -> locked.put(payment.order(), payment));
        return locked;
    }

    @Override
    public Optional<Payment> lock(Transaction transaction, PaymentId payment) {
        return transaction.sql(LOCK_ONE).bind(payment.value()).first(PaymentRow::read);
    }

    @Override
    public Map<PaymentId, Payment> lockAll(Transaction transaction, Collection<PaymentId> ids) {
        var locked = new HashMap<PaymentId, Payment>();
        transaction
                .sql(LOCK_ALL)
                .bindArray("uuid", ids.stream().map(PaymentId::value).toList())
                .list(PaymentRow::read)
                .forEach(payment -> locked.put(payment.id(), payment));
        return locked;
    }

    @Override
    public void write(Transaction transaction, Collection<Step> steps, Map<PaymentId, String> traces, Instant now) {
        if (steps.isEmpty()) {
            return;
        }
        new PaymentRows(steps.stream().map(Step::payment).toList(), traces, now).write(transaction);
        LedgerRows.insert(
                transaction,
                steps.stream().flatMap(step -> step.entries().stream()).toList(),
                now);
    }

    @Override
    public List<Lease> lease(Transaction transaction, Instant now, Duration length, int limit) {
        // PostgreSQL keeps microseconds, and a lease is ended only by whoever can name its end.
        var until = now.plus(length).truncatedTo(ChronoUnit.MICROS);
        return transaction
                .sql(LEASE)
                .bind(now)
                .bind(now)
                .bind(limit)
                .bind(until)
                .list(row ->
                        new Lease(PaymentRow.read(row), until, row.integer("failures"), row.textOrNull("traceparent")));
    }

    @Override
    public void release(Transaction transaction, Lease lease, Instant dueAgain, int failures, Trail.Entry told) {
        transaction
                .sql(RELEASE)
                .bind(failures)
                .bind(dueAgain)
                .bind(TrailText.line(told))
                .bind(lease.payment().id().value())
                .bind(lease.until())
                .update();
    }

    @Override
    public Set<IntentId> hurry(Transaction transaction, Collection<IntentId> intents, Instant now) {
        return Set.copyOf(transaction
                .sql(HURRY)
                .bindArray("text", intents.stream().map(IntentId::value).toList())
                .bind(now)
                .list(row -> new IntentId(row.text("intent_id"))));
    }
}
