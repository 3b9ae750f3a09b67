package com.allinone.inventory.storage;

import com.allinone.inventory.domain.OrderId;
import com.allinone.inventory.domain.Pick;
import com.allinone.inventory.domain.RejectionReason;
import com.allinone.inventory.domain.Reservation;
import com.allinone.inventory.domain.Reservation.Allocated;
import com.allinone.inventory.domain.Reservation.Held;
import com.allinone.inventory.domain.Reservation.Rejected;
import com.allinone.inventory.domain.Reservation.Released;
import com.allinone.inventory.domain.Reservation.Sold;
import com.allinone.inventory.domain.ShelfId;
import com.allinone.inventory.domain.Sku;
import com.allinone.inventory.domain.Warehouse;
import com.allinone.messaging.sql.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reservation with at most one of its lines, as the join gives it; and the names of the stages. */
record ReservationRow(
        UUID orderId,
        String stage,
        @Nullable Instant expiresAt,
        @Nullable String reason,
        @Nullable String shortages,
        @Nullable Pick pick) {

    static ReservationRow of(Row row) {
        String sku = row.textOrNull("sku");
        return new ReservationRow(
                row.uuid("order_id"),
                row.text("stage"),
                row.instantOrNull("expires_at"),
                row.textOrNull("reason"),
                row.textOrNull("shortages"),
                sku == null
                        ? null
                        : new Pick(
                                new ShelfId(new Sku(sku), new Warehouse(row.text("warehouse"))),
                                row.number("quantity")));
    }

    static List<Reservation> reservations(List<ReservationRow> rows) {
        Map<UUID, List<ReservationRow>> byOrder = new LinkedHashMap<>();
        rows.forEach(row ->
                byOrder.computeIfAbsent(row.orderId, order -> new ArrayList<>()).add(row));
        return byOrder.values().stream().map(ReservationRow::reservation).toList();
    }

    static String stage(Reservation reservation) {
        return switch (reservation) {
            case Held _ -> "HELD";
            case Allocated _ -> "ALLOCATED";
            case Sold _ -> "SOLD";
            case Rejected _ -> "REJECTED";
            case Released _ -> "RELEASED";
        };
    }

    private static Reservation reservation(List<ReservationRow> rows) {
        ReservationRow first = rows.getFirst();
        OrderId order = new OrderId(first.orderId);
        List<Pick> picks =
                rows.stream().map(ReservationRow::pick).filter(Objects::nonNull).toList();
        return switch (first.stage) {
            case "HELD" -> new Held(order, picks, first.expiry());
            case "ALLOCATED" -> new Allocated(order, picks, first.expiry());
            case "SOLD" -> new Sold(order, picks, first.expiry());
            case "REJECTED" ->
                new Rejected(
                        order,
                        RejectionReason.valueOf(Objects.requireNonNull(first.reason)),
                        StoredShortages.read(Objects.requireNonNull(first.shortages)));
            case "RELEASED" -> new Released(order);
            default -> throw new IllegalStateException("Order " + order + " is in no known stage: " + first.stage);
        };
    }

    private Instant expiry() {
        return Objects.requireNonNull(expiresAt);
    }
}
