package com.allinone.order.storage;

import static java.util.stream.Collectors.toMap;

import com.allinone.messaging.sql.Row;
import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.CancelReason;
import com.allinone.order.domain.OrderEvent;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderId;
import com.allinone.order.domain.RecordedEvent;
import com.allinone.order.port.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
            select order_id, traceparent from orders where deadline_at <= ?
             order by deadline_at limit ? for update skip locked""";
    private static final String EVENTS = """
            select order_id, version, type, body, occurred_at from order_event
             where order_id = any(?) order by order_id, version""";
    private static final String APPEND = """
            insert into order_event (order_id, version, type, body, occurred_at)
            select * from unnest(?, ?, ?, ?::jsonb[], ?)""";
    private static final String UPDATE = """
            update orders set version = new.version, status = new.status, reason = new.reason,
                   waits_for = new.waits_for, deadline_at = new.deadline_at
              from unnest(?, ?, ?, ?, ?, ?) as new(order_id, version, status, reason, waits_for, deadline_at)
             where orders.order_id = new.order_id""";

    private final OrderRows rows;

    public JdbcOrders(OrderRows rows) {
        this.rows = rows;
    }

    @Override
    public void add(Transaction transaction, OrderHistory order, @Nullable String traceparent) {
        rows.insert(transaction, order, traceparent);
        append(transaction, List.of(order));
        order.stored();
    }

    @Override
    public Map<OrderId, OrderHistory> lock(Transaction transaction, Collection<OrderId> ids) {
        List<UUID> locked = transaction
                .sql(LOCK)
                .bindArray("uuid", ids.stream().map(OrderId::value).distinct().toList())
                .list(row -> row.uuid("order_id"));
        return histories(transaction, locked);
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
    public List<Overdue> lockOverdue(Transaction transaction, Instant now, int limit) {
        Map<UUID, Optional<String>> traces = new LinkedHashMap<>();
        transaction
                .sql(LOCK_OVERDUE)
                .bind(now)
                .bind(limit)
                .list(row ->
                        traces.put(row.uuid("order_id"), Optional.ofNullable(row.textOrNull("traceparent"))) == null);
        return histories(transaction, traces.keySet()).values().stream()
                .map(order -> new Overdue(
                        order,
                        traces.getOrDefault(order.order().id().value(), Optional.empty())
                                .orElse(null)))
                .toList();
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
                .bindArray("text", changed.stream().map(JdbcOrders::reason).toList())
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
                .update();
        changed.forEach(OrderHistory::stored);
    }

    @Override
    public Optional<OrderHistory> find(Transaction transaction, OrderId id) {
        return Optional.ofNullable(histories(transaction, List.of(id.value())).get(id));
    }

    private static Map<OrderId, OrderHistory> histories(Transaction transaction, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, SortedMap<Integer, Map.Entry<Instant, OrderEvent>>> events = new HashMap<>();
        transaction
                .sql(EVENTS)
                .bindArray("uuid", ids)
                .list(row -> events.computeIfAbsent(row.uuid("order_id"), id -> new TreeMap<>())
                                .put(row.integer("version"), event(row))
                        == null);
        return events.entrySet().stream()
                .collect(toMap(entry -> new OrderId(entry.getKey()), entry -> OrderHistory.fold(entry.getValue())));
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

    private static Map.Entry<Instant, OrderEvent> event(Row row) {
        return Map.entry(row.instant("occurred_at"), OrderEventJson.read(row.text("type"), row.text("body")));
    }

    private static @Nullable String reason(OrderHistory order) {
        return order.reason().map(CancelReason::name).orElse(null);
    }
}
