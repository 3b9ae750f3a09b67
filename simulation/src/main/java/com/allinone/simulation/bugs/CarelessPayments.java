package com.allinone.simulation.bugs;

import com.allinone.messaging.sql.Transaction;
import com.allinone.payment.domain.IntentId;
import com.allinone.payment.domain.Lease;
import com.allinone.payment.domain.OrderId;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentId;
import com.allinone.payment.domain.Payments;
import com.allinone.payment.domain.Step;
import com.allinone.payment.domain.Trail;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Payments that write something else than was decided. */
record CarelessPayments(Payments<Transaction> payments, Function<Step, List<Step>> written)
        implements Payments<Transaction> {

    @Override
    public void write(Transaction transaction, Collection<Step> steps, Map<PaymentId, String> traces, Instant now) {
        payments.write(
                transaction,
                steps.stream().flatMap(step -> written.apply(step).stream()).toList(),
                traces,
                now);
    }

    @Override
    public Map<OrderId, Payment> lock(Transaction transaction, Collection<OrderId> orders) {
        return payments.lock(transaction, orders);
    }

    @Override
    public Optional<Payment> lock(Transaction transaction, PaymentId payment) {
        return payments.lock(transaction, payment);
    }

    @Override
    public Map<PaymentId, Payment> lockAll(Transaction transaction, Collection<PaymentId> ids) {
        return payments.lockAll(transaction, ids);
    }

    @Override
    public List<Lease> lease(Transaction transaction, Instant now, Duration length, int limit) {
        return payments.lease(transaction, now, length, limit);
    }

    @Override
    public void release(Transaction transaction, Lease lease, Instant dueAgain, int failures, Trail.Entry told) {
        payments.release(transaction, lease, dueAgain, failures, told);
    }

    @Override
    public Set<IntentId> hurry(Transaction transaction, Collection<IntentId> intents, Instant now) {
        return payments.hurry(transaction, intents, now);
    }
}
