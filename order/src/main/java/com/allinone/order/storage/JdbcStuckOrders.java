package com.allinone.order.storage;

import com.allinone.messaging.sql.Row;
import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderId;
import com.allinone.order.port.StuckOrders;
import com.allinone.order.port.UnreadableHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stuck orders through two partial indexes: what waits without a deadline, and what has one. */
@ApplicationScoped
public class JdbcStuckOrders implements StuckOrders {

    private static final UUID FIRST = new UUID(0, 0);
    private static final String PAGE = """
            with waiting as (
                (select * from orders
                  where waits_for is not null and deadline_at is null
                    and (coalesce(changed_at, placed_at) <= ? or waits_for = 'operator')
                    and (coalesce(changed_at, placed_at), order_id) > (?, ?)
                  order by coalesce(changed_at, placed_at), order_id limit ?)
                union all
                (select * from orders
                  where deadline_at <= ? and (coalesce(changed_at, placed_at), order_id) > (?, ?)
                  order by coalesce(changed_at, placed_at), order_id limit ?))
            select order_id, status, coalesce(changed_at, placed_at) as since, nudges, next_look_at, traceparent,
                   exists (select 1 from parked_key k
                            where k.consumer = 'fulfilment' and k.key = order_id::text) as parked
              from waiting order by since, order_id limit ?""";
    private static final String COUNTS = """
            select status, count(*) as orders, min(coalesce(changed_at, placed_at)) as oldest,
                   count(*) filter (where coalesce(changed_at, placed_at) <= ? or waits_for = 'operator') as stuck
              from orders where waits_for is not null and deadline_at is null group by status
            union all
            select status, count(*), min(coalesce(changed_at, placed_at)), count(*) filter (where deadline_at <= ?)
              from orders where deadline_at is not null group by status""";

    @Override
    public List<Stuck> page(Transaction transaction, Instant since, Optional<Place> after, int limit) {
        Instant lastSince = after.map(Place::since).orElse(Instant.EPOCH);
        UUID lastId = after.map(place -> place.id().value()).orElse(FIRST);
        List<Found> found = transaction
                .sql(PAGE)
                .bind(since)
                .bind(lastSince)
                .bind(lastId)
                .bind(limit)
                .bind(since)
                .bind(lastSince)
                .bind(lastId)
                .bind(limit)
                .bind(limit)
                .list(JdbcStuckOrders::found);
        StoredHistories histories = StoredHistories.of(
                transaction, found.stream().map(each -> each.id().value()).toList());
        return found.stream().map(each -> stuck(each, histories)).toList();
    }

    @Override
    public List<Count> counts(Transaction transaction, Instant since) {
        return transaction
                .sql(COUNTS)
                .bind(since)
                .bind(since)
                .list(row -> new Count(
                        row.text("status"), row.number("orders"), row.instant("oldest"), row.number("stuck")));
    }

    private static Found found(Row row) {
        return new Found(
                new OrderId(row.uuid("order_id")),
                row.text("status"),
                row.instant("since"),
                row.integer("nudges"),
                row.instantOrNull("next_look_at"),
                row.textOrNull("traceparent"),
                row.flag("parked"));
    }

    private static Stuck stuck(Found found, StoredHistories histories) {
        try {
            return stuck(found, histories.read(found.id()), null);
        } catch (UnreadableHistory e) {
            return stuck(found, null, e.getMessage());
        }
    }

    private static Stuck stuck(Found found, @Nullable OrderHistory order, @Nullable String unreadable) {
        return new Stuck(
                found.id(),
                found.status(),
                found.since(),
                found.nudges(),
                found.nextLookAt(),
                found.traceparent(),
                found.parked(),
                order,
                unreadable);
    }

    private record Found(
            OrderId id,
            String status,
            Instant since,
            int nudges,
            @Nullable Instant nextLookAt,
            @Nullable String traceparent,
            boolean parked) {}
}
