package com.allinone.inventory.storage;

import com.allinone.inventory.domain.OrderId;
import com.allinone.inventory.domain.Pick;
import com.allinone.inventory.domain.Reservation;
import com.allinone.inventory.domain.Reservation.Rejected;
import com.allinone.inventory.domain.Reservation.Taken;
import com.allinone.inventory.domain.Reservations;
import com.allinone.inventory.domain.StockAnswer.StockOverdue;
import com.allinone.messaging.sql.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reservations as rows of {@code reservation} and, where goods were taken, {@code reservation_line}. */
@ApplicationScoped
public class JdbcReservations implements Reservations<Transaction> {

    private static final String LOCK = """
            select held.order_id, stage, expires_at, reason, shortages, sku, warehouse, quantity
              from reservation held
              left join reservation_line line
                on line.order_id = held.order_id and held.stage in ('HELD', 'ALLOCATED', 'SOLD')
             where held.order_id = any(?)
             order by held.order_id, line.sku
               for update of held""";
    private static final String WRITE = """
            insert into reservation (order_id, stage, expires_at, overdue_at, reason, shortages, traceparent)
            select order_id, stage, expires_at, expires_at, reason, shortages::jsonb, traceparent
              from unnest(?, ?, ?, ?, ?, ?) as new(order_id, stage, expires_at, reason, shortages, traceparent)
             order by order_id
            on conflict (order_id) do update set stage = excluded.stage, changed_at = now()""";
    private static final String WRITE_LINES = """
            insert into reservation_line (order_id, sku, warehouse, quantity)
            select * from unnest(?, ?, ?, ?)
            on conflict (order_id, sku) do nothing""";
    private static final String OVERDUE = """
            with due as (
              select order_id from reservation
               where stage = 'HELD' and overdue_at <= ?
               order by overdue_at limit ? for update skip locked)
            update reservation set overdue_at = ? from due where reservation.order_id = due.order_id
            returning reservation.order_id, expires_at, traceparent""";

    @Override
    public List<Reservation> lock(Transaction transaction, Collection<OrderId> orders) {
        return ReservationRow.reservations(transaction
                .sql(LOCK)
                .bindArray("uuid", orders.stream().map(OrderId::value).toList())
                .list(ReservationRow::of));
    }

    @Override
    public void write(
            Transaction transaction,
            Collection<Reservation> reservations,
            Function<OrderId, @Nullable String> traceparents) {
        if (reservations.isEmpty()) {
            return;
        }
        List<Reservation> all = List.copyOf(reservations);
        transaction
                .sql(WRITE)
                .bindArray(
                        "uuid", each(all, reservation -> reservation.orderId().value()))
                .bindArray("text", each(all, ReservationRow::stage))
                .bindArray("timestamptz", each(all, JdbcReservations::expiry))
                .bindArray("text", each(all, JdbcReservations::reason))
                .bindArray("text", each(all, JdbcReservations::shortages))
                .bindArray("text", each(all, reservation -> traceparents.apply(reservation.orderId())))
                .update();
        writeLines(transaction, all);
    }

    @Override
    public List<OverdueHold> overdue(Transaction transaction, Instant now, Instant next, int most) {
        return transaction
                .sql(OVERDUE)
                .bind(now)
                .bind(most)
                .bind(next)
                .list(row -> new OverdueHold(
                        new StockOverdue(new OrderId(row.uuid("order_id")), row.instant("expires_at")),
                        row.textOrNull("traceparent")))
                .stream()
                .sorted(Comparator.comparing(hold -> hold.overdue().expiredAt()))
                .toList();
    }

    private static void writeLines(Transaction transaction, List<Reservation> reservations) {
        List<OrderId> orders = new ArrayList<>();
        List<Pick> picks = new ArrayList<>();
        for (Reservation reservation : reservations) {
            if (reservation instanceof Taken taken) {
                taken.picks().forEach(pick -> {
                    orders.add(taken.orderId());
                    picks.add(pick);
                });
            }
        }
        if (picks.isEmpty()) {
            return;
        }
        transaction
                .sql(WRITE_LINES)
                .bindArray("uuid", each(orders, OrderId::value))
                .bindArray("text", each(picks, pick -> pick.shelf().sku().value()))
                .bindArray("text", each(picks, pick -> pick.shelf().warehouse().code()))
                .bindArray("int8", each(picks, Pick::quantity))
                .update();
    }

    private static @Nullable Instant expiry(Reservation reservation) {
        return reservation instanceof Taken taken ? taken.expiresAt() : null;
    }

    private static @Nullable String reason(Reservation reservation) {
        return reservation instanceof Rejected rejected ? rejected.reason().name() : null;
    }

    private static @Nullable String shortages(Reservation reservation) {
        return reservation instanceof Rejected rejected ? StoredShortages.write(rejected.shortages()) : null;
    }

    private static <A, B extends @Nullable Object> List<B> each(List<A> values, Function<A, B> column) {
        return values.stream().map(column).toList();
    }
}
