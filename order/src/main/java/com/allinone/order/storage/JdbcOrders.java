package com.allinone.order.storage;

import com.allinone.messaging.sql.Sql;
import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderId;
import com.allinone.order.domain.RecordedEvent;
import com.allinone.order.port.Orders;
import com.allinone.order.port.UnreadableHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders as their events in {@code order_event}; {@code orders} and {@code order_line} are what is read of them. */
@ApplicationScoped
public class JdbcOrders implements Orders {

    private static final String LOCK = """
            select order_id from orders where order_id = any(?) order by order_id for update""";
    private static final String TRACES = """
            select order_id, traceparent from orders where order_id = any(?) and traceparent is not null""";
    private static final String LOCK_OVERDUE = """
            select order_id, traceparent, nudges from orders
             where deadline_at <= ? and (next_look_at is null or next_look_at <= ?)
             order by deadline_at limit ? for update skip locked""";
    private static final String LOCK_OPEN = """
            select order_id, traceparent, nudges from orders
             where waits_for is not null and deadline_at is null and coalesce(changed_at, placed_at) <= ?
               and (next_look_at is null or next_look_at <= ?)
             order by coalesce(changed_at, placed_at), order_id limit ? for update skip locked""";
    private static final String LOOK_AGAIN = """
            update orders set next_look_at = look.at, nudges = nudges + 1
              from unnest(?, ?) as look(order_id, at) where orders.order_id = look.order_id""";
    private static final String APPEND = """
            insert into order_event (order_id, version, type, body, occurred_at)
            select * from unnest(?, ?, ?, ?::jsonb[], ?)""";
    private static final String UPDATE = """
            update orders set version = new.version, status = new.status, reason = new.reason,
                   waits_for = new.waits_for, deadline_at = new.deadline_at, changed_at = new.changed_at,
                   next_look_at = null, nudges = 0
              from unnest(?, ?, ?, ?, ?, ?, ?)
                       as new(order_id, version, status, reason, waits_for, deadline_at, changed_at)
             where orders.order_id = new.order_id""";

    @Override
    public void add(Transaction transaction, OrderHistory order, @Nullable String traceparent) {
        addAll(transaction, List.of(new Begun(order, traceparent)));
    }

    @Override
    public void addAll(Transaction transaction, List<Begun> begun) {
        List<OrderHistory> orders = begun.stream().map(Begun::order).toList();
        OrderRows.LIVE.insert(transaction, begun);
        append(transaction, orders);
        orders.forEach(OrderHistory::stored);
    }

    @Override
    public Map<OrderId, OrderHistory> lock(Transaction transaction, Collection<OrderId> ids) {
        List<UUID> locked = transaction
                .sql(LOCK)
                .bindArray("uuid", ids.stream().map(OrderId::value).distinct().toList())
                .list(row -> row.uuid("order_id"));
        return StoredHistories.of(transaction, locked).readAll();
    }

    @Override
    public Map<OrderId, String> traceparents(Transaction transaction, Collection<OrderId> ids) {
        Map<OrderId, String> traces = new HashMap<>();
        transaction
                .sql(TRACES)
                .bindArray("uuid", ids.stream().map(OrderId::value).toList())
                .list(row -> traces.put(new OrderId(row.uuid("order_id")), row.text("traceparent")) == null);
        return traces;
    }

    @Override
    public List<Due> lockOverdue(Transaction transaction, Instant now, int limit) {
        return due(
                transaction, transaction.sql(LOCK_OVERDUE).bind(now).bind(now).bind(limit));
    }

    @Override
    public List<Due> lockOpen(Transaction transaction, Instant since, Instant now, int limit) {
        return due(transaction, transaction.sql(LOCK_OPEN).bind(since).bind(now).bind(limit));
    }

    @Override
    public void lookAgain(Transaction transaction, Map<OrderId, Instant> at) {
        if (at.isEmpty()) {
            return;
        }
        List<Map.Entry<OrderId, Instant>> looks = List.copyOf(at.entrySet());
        transaction
                .sql(LOOK_AGAIN)
                .bindArray(
                        "uuid",
                        looks.stream().map(look -> look.getKey().value()).toList())
                .bindArray(
                        "timestamptz", looks.stream().map(Map.Entry::getValue).toList())
                .update();
    }

    @Override
    public void save(Transaction transaction, Collection<OrderHistory> orders) {
        List<OrderHistory> changed =
                orders.stream().filter(order -> !order.fresh().isEmpty()).toList();
        if (changed.isEmpty()) {
            return;
        }
        append(transaction, changed);
        transaction
                .sql(UPDATE)
                .bindArray(
                        "uuid",
                        changed.stream()
                                .map(order -> order.order().id().value())
                                .toList())
                .bindArray("int4", changed.stream().map(OrderHistory::version).toList())
                .bindArray(
                        "text",
                        changed.stream().map(order -> order.status().name()).toList())
                .bindArray("text", changed.stream().map(OrderRows::reason).toList())
                .bindArray(
                        "text",
                        changed.stream()
                                .map(order -> order.status().waitsFor().orElse(null))
                                .toList())
                .bindArray(
                        "timestamptz",
                        changed.stream()
                                .map(order -> order.deadline().orElse(null))
                                .toList())
                .bindArray(
                        "timestamptz",
                        changed.stream().map(OrderHistory::changedAt).toList())
                .update();
        changed.forEach(OrderHistory::stored);
    }

    @Override
    public Optional<OrderHistory> find(Transaction transaction, OrderId id) {
        StoredHistories stored = StoredHistories.of(transaction, List.of(id.value()));
        return stored.ids().contains(id) ? Optional.of(stored.read(id)) : Optional.empty();
    }

    private static List<Due> due(Transaction transaction, Sql query) {
        List<Locked> locked = query.list(row ->
                new Locked(new OrderId(row.uuid("order_id")), row.textOrNull("traceparent"), row.integer("nudges")));
        StoredHistories histories = StoredHistories.of(
                transaction, locked.stream().map(each -> each.id().value()).toList());
        return locked.stream().map(each -> due(each, histories)).toList();
    }

    private static Due due(Locked locked, StoredHistories histories) {
        try {
            return new Due.Waiting(histories.read(locked.id()), locked.traceparent(), locked.looks());
        } catch (UnreadableHistory e) {
            return new Due.Unreadable(locked.id(), String.valueOf(e.getMessage()), locked.looks());
        }
    }

    private static void append(Transaction transaction, List<OrderHistory> orders) {
        List<UUID> ids = new ArrayList<>();
        List<RecordedEvent> events = new ArrayList<>();
        for (OrderHistory order : orders) {
            for (RecordedEvent event : order.fresh()) {
                ids.add(order.order().id().value());
                events.add(event);
            }
        }
        transaction
                .sql(APPEND)
                .bindArray("uuid", ids)
                .bindArray("int4", events.stream().map(RecordedEvent::version).toList())
                .bindArray(
                        "text",
                        events.stream()
                                .map(each -> OrderEventJson.type(each.event()))
                                .toList())
                .bindArray(
                        "text",
                        events.stream()
                                .map(each -> OrderEventJson.write(each.event()))
                                .toList())
                .bindArray("timestamptz", events.stream().map(RecordedEvent::at).toList())
                .update();
    }

    private record Locked(OrderId id, @Nullable String traceparent, int looks) {}
}
