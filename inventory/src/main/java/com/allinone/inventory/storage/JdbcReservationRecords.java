package com.allinone.inventory.storage;

import com.allinone.inventory.domain.OrderId;
import com.allinone.inventory.domain.Pick;
import com.allinone.inventory.domain.ReservationRecords;
import com.allinone.messaging.sql.Row;
import com.allinone.messaging.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of {@code reservation} and its lines. */
@ApplicationScoped
public class JdbcReservationRecords implements ReservationRecords {

    private static final String OF = """
            select held.*, sku, warehouse, quantity
              from reservation held left join reservation_line line on line.order_id = held.order_id
             where held.order_id = ? order by line.sku""";

    private final Transactions transactions;

    public JdbcReservationRecords(Transactions transactions) {
        this.transactions = transactions;
    }

    private record Line(
            ReservationRow row,
            Instant changedAt,
            @Nullable Instant overdueAt,
            @Nullable String traceparent) {

        static Line of(Row row) {
            return new Line(
                    ReservationRow.of(row),
                    row.instant("changed_at"),
                    row.instantOrNull("overdue_at"),
                    row.textOrNull("traceparent"));
        }
    }

    @Override
    public Optional<Recorded> of(OrderId order) {
        List<Line> lines = transactions.call(
                transaction -> transaction.sql(OF).bind(order.value()).list(Line::of));
        return lines.stream().findFirst().map(first -> recorded(first, lines));
    }

    private static Recorded recorded(Line first, List<Line> lines) {
        List<ReservationRow> rows = lines.stream().map(Line::row).toList();
        List<Pick> picks =
                rows.stream().map(ReservationRow::pick).filter(Objects::nonNull).toList();
        boolean held = first.row().stage().equals("HELD");
        return new Recorded(
                ReservationRow.reservations(rows).getFirst(),
                picks,
                first.changedAt(),
                held ? Optional.ofNullable(first.overdueAt()) : Optional.empty(),
                Optional.ofNullable(first.traceparent()));
    }
}
