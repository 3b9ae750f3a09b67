package com.allinone.simulation.store;

import com.allinone.messaging.sql.Transaction;
import com.allinone.payment.domain.IntentId;
import com.allinone.payment.domain.Lease;
import com.allinone.payment.domain.LedgerEntry;
import com.allinone.payment.domain.OrderId;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentId;
import com.allinone.payment.domain.PaymentState;
import com.allinone.payment.domain.Payments;
import com.allinone.payment.domain.Step;
import com.allinone.payment.domain.Trail;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Payments and their ledger as tables; one payment per order. */
public final class SimulatedPayments implements Payments<Transaction> {

    private final Table<UUID, Row> rows = new Table<>();
    private final Table<UUID, UUID> ofOrder = new Table<>();
    private final Table<String, LedgerEntry> ledger = new Table<>();

    @Override
    public Map<OrderId, Payment> lock(Transaction transaction, Collection<OrderId> orders) {
        OpenTransaction open = Database.of(transaction);
        List<UUID> payments = orders.stream()
                .map(OrderId::value)
                .sorted()
                .map(order -> ofOrder.get(open, order))
                .filter(Objects::nonNull)
                .toList();
        Map<OrderId, Payment> locked = new HashMap<>();
        for (UUID payment : payments) { // in the order of their orders, as the statement's
            rows.lock(open, List.of(payment)).values().forEach(row -> locked.put(row.payment.order(), row.payment));
        }
        return locked;
    }

    @Override
    public Optional<Payment> lock(Transaction transaction, PaymentId payment) {
        OpenTransaction open = Database.of(transaction);
        return rows.lock(open, List.of(payment.value())).values().stream()
                .map(Row::payment)
                .findFirst();
    }

    @Override
    public Map<PaymentId, Payment> lockAll(Transaction transaction, Collection<PaymentId> ids) {
        OpenTransaction open = Database.of(transaction);
        List<UUID> orders = ids.stream()
                .map(id -> rows.get(open, id.value()))
                .filter(Objects::nonNull)
                .map(row -> row.payment.order().value())
                .toList();
        return lock(transaction, orders.stream().map(OrderId::new).toList()).values().stream()
                .collect(Collectors.toMap(Payment::id, payment -> payment));
    }

    @Override
    public void write(Transaction transaction, Collection<Step> steps, Map<PaymentId, String> traces, Instant now) {
        if (steps.isEmpty()) {
            return;
        }
        OpenTransaction open = Database.of(transaction);
        for (Step step : steps) {
            write(open, step.payment(), traces.get(step.payment().id()), now);
        }
        List<LedgerEntry> entries =
                steps.stream().flatMap(step -> step.entries().stream()).toList();
        if (!entries.isEmpty()) {
            book(Database.of(transaction), entries);
        }
    }

    @Override
    public List<Lease> lease(Transaction transaction, Instant now, Duration length, int limit) {
        OpenTransaction open = Database.of(transaction);
        Instant until = now.plus(length).truncatedTo(ChronoUnit.MICROS);
        List<UUID> due = new ArrayList<>(rows.where(open, (id, row) -> row.isFree(now)));
        due.sort(Comparator.comparing(id -> Objects.requireNonNull(Objects.requireNonNull(rows.get(open, id)).dueAt)));
        List<Lease> leases = new ArrayList<>();
        for (UUID id : due) {
            if (leases.size() < limit && rows.lockIfFree(open, id)) {
                Row row = Objects.requireNonNull(rows.get(open, id));
                if (row.isFree(now)) {
                    rows.put(open, id, new Row(row.payment, row.intent, row.dueAt, until, row.failures, row.trace));
                    leases.add(new Lease(row.payment, until, row.failures, row.trace));
                }
            }
        }
        return leases;
    }

    @Override
    public void release(Transaction transaction, Lease lease, Instant dueAgain, int failures, Trail.Entry told) {
        OpenTransaction open = Database.of(transaction);
        UUID id = lease.payment().id().value();
        Row seen = rows.get(open, id);
        if (seen != null && lease.until().equals(seen.leasedUntil)) {
            Row row = rows.lock(open, List.of(id)).get(id);
            if (row != null && lease.until().equals(row.leasedUntil)) {
                Instant due = row.dueAt == null ? null : dueAgain;
                rows.put(open, id, new Row(row.payment, row.intent, due, null, failures, row.trace));
            }
        }
    }

    @Override
    public Set<IntentId> hurry(Transaction transaction, Collection<IntentId> intents, Instant now) {
        OpenTransaction open = Database.of(transaction);
        Set<IntentId> hurried = new HashSet<>();
        for (UUID id : rows.where(
                open, (key, row) -> row.intent != null && intents.contains(row.intent) && row.dueAt != null)) {
            Row row = rows.lockIfFree(open, id) ? rows.get(open, id) : null;
            if (row != null && row.intent != null && row.dueAt != null) {
                Instant due = row.dueAt.isBefore(now) ? row.dueAt : now;
                rows.put(open, id, new Row(row.payment, row.intent, due, row.leasedUntil, row.failures, row.trace));
                hurried.add(row.intent);
            }
        }
        return hurried;
    }

    /** Every payment there is. */
    public List<Payment> everything() {
        return rows.committed().values().stream().map(Row::payment).toList();
    }

    /** Every line that was ever booked. */
    public Collection<LedgerEntry> ledger() {
        return ledger.committed().values();
    }

    /** Whether a worker would find something. */
    public boolean isDue(Instant now) {
        return rows.committed().values().stream().anyMatch(row -> row.isFree(now));
    }

    private void write(OpenTransaction open, Payment payment, @Nullable String trace, Instant now) {
        UUID id = payment.id().value();
        Instant due = payment.state().wantsWork() ? now : null;
        IntentId intent = intent(payment.state());
        if (rows.insert(open, id, new Row(payment, intent, due, null, 0, trace))) {
            if (!ofOrder.insert(open, payment.order().value(), id)) {
                throw Database.failure("23505", "Order " + payment.order() + " has a payment already");
            }
            return;
        }
        rows.lock(open, List.of(id));
        Row old = Objects.requireNonNull(rows.get(open, id));
        if (old.payment.version() >= payment.version()) {
            throw new IllegalStateException("Of 1 payments 0 could be written");
        }
        rows.put(
                open,
                id,
                new Row(
                        payment,
                        intent == null ? old.intent : intent,
                        due,
                        due == null ? null : old.leasedUntil,
                        due == null ? 0 : old.failures,
                        trace == null ? old.trace : trace));
    }

    private void book(OpenTransaction open, List<LedgerEntry> entries) {
        Map<String, Long> sums = entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.payment() + "/" + entry.kind(), Collectors.summingLong(LedgerEntry::amount)));
        if (sums.values().stream().anyMatch(sum -> sum != 0)) {
            throw Database.failure("23514", "Ledger entries do not sum to zero");
        }
        for (LedgerEntry entry : entries) {
            if (!ledger.insert(open, entry.payment() + "/" + entry.kind() + "/" + entry.account(), entry)) {
                throw Database.failure("23505", "Booked already: " + entry);
            }
        }
    }

    private static @Nullable IntentId intent(PaymentState state) {
        return switch (state) {
            case PaymentState.Created created -> created.intent();
            case PaymentState.Confirming confirming -> confirming.intent();
            case PaymentState.Cancelling cancelling -> cancelling.intent();
            case PaymentState.Completed completed -> completed.intent();
            case PaymentState.Refunding refunding -> refunding.intent();
            case PaymentState.Refunded refunded -> refunded.intent();
            case PaymentState.RefundFailed failed -> failed.intent();
            case PaymentState.Requested _, PaymentState.Declined _ -> null;
        };
    }

    /** A payment and how it is worked on. */
    record Row(
            Payment payment,
            @Nullable IntentId intent,
            @Nullable Instant dueAt,
            @Nullable Instant leasedUntil,
            int failures,
            @Nullable String trace) {

        boolean isFree(Instant now) {
            return dueAt != null && !dueAt.isAfter(now) && (leasedUntil == null || !leasedUntil.isAfter(now));
        }
    }
}
