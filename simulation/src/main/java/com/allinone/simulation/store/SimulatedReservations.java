package com.allinone.simulation.store;

import com.allinone.inventory.domain.OrderId;
import com.allinone.inventory.domain.Reservation;
import com.allinone.inventory.domain.Reservation.Held;
import com.allinone.inventory.domain.Reservations;
import com.allinone.inventory.domain.StockAnswer.StockOverdue;
import com.allinone.messaging.sql.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reservations as a table. */
public final class SimulatedReservations implements Reservations<Transaction> {

    private final Table<UUID, Row> rows = new Table<>();

    @Override
    public List<Reservation> lock(Transaction transaction, Collection<OrderId> orders) {
        OpenTransaction open = Database.of(transaction);
        return rows.lock(open, orders.stream().map(OrderId::value).toList()).values().stream()
                .map(Row::reservation)
                .toList();
    }

    @Override
    public void write(
            Transaction transaction,
            Collection<Reservation> reservations,
            Function<OrderId, @Nullable String> traceparents) {
        OpenTransaction open = Database.of(transaction);
        for (UUID id : new TreeSet<>(
                reservations.stream().map(each -> each.orderId().value()).toList())) {
            Reservation reservation = reservations.stream()
                    .filter(each -> each.orderId().value().equals(id))
                    .findFirst()
                    .orElseThrow();
            Row added = Row.of(reservation, traceparents.apply(reservation.orderId()));
            if (!rows.insert(open, id, added)) {
                rows.put(open, id, Objects.requireNonNull(rows.get(open, id)).to(reservation));
            }
        }
    }

    @Override
    public List<OverdueHold> overdue(Transaction transaction, Instant now, Instant next, int most) {
        OpenTransaction open = Database.of(transaction);
        List<UUID> due = new ArrayList<>(rows.where(open, (id, row) -> row.isOverdue(now)));
        due.sort(Comparator.comparing(
                id -> Objects.requireNonNull(Objects.requireNonNull(rows.get(open, id)).overdueAt)));
        List<OverdueHold> called = new ArrayList<>();
        for (UUID id : due) {
            if (called.size() < most && rows.lockIfFree(open, id)) {
                Row row = Objects.requireNonNull(rows.get(open, id));
                if (row.isOverdue(now) && row.reservation instanceof Held held) {
                    rows.put(open, id, new Row(held, next, row.traceparent));
                    called.add(new OverdueHold(new StockOverdue(held.orderId(), held.expiresAt()), row.traceparent));
                }
            }
        }
        called.sort(Comparator.comparing(hold -> hold.overdue().expiredAt()));
        return called;
    }

    /** Every reservation there is. */
    public List<Reservation> everything() {
        return rows.committed().values().stream().map(Row::reservation).toList();
    }

    record Row(
            Reservation reservation,
            @Nullable Instant overdueAt,
            @Nullable String traceparent) {

        static Row of(Reservation reservation, @Nullable String traceparent) {
            return new Row(reservation, reservation instanceof Held held ? held.expiresAt() : null, traceparent);
        }

        /** Only the stage is written over; what a stage needs and the row lacks, the table refuses. */
        Row to(Reservation next) {
            boolean refused = (next instanceof Held && !(reservation instanceof Reservation.Taken))
                    || (next instanceof Reservation.Rejected && !(reservation instanceof Reservation.Rejected));
            if (refused) {
                throw Database.failure("23514", "Order " + next.orderId() + " is " + reservation + " already");
            }
            return new Row(next, overdueAt, traceparent);
        }

        boolean isOverdue(Instant now) {
            return reservation instanceof Held && overdueAt != null && !overdueAt.isAfter(now);
        }
    }
}
