package com.allinone.order.storage;

import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.OrderEvent;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderId;
import com.allinone.order.port.UnreadableHistory;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Orders as the folds of their rows in {@code order_event}. */
final class StoredHistories {

    private static final String EVENTS = """
            select order_id, version, type, body, occurred_at from order_event
             where order_id = any(?) order by order_id, version""";

    private final Map<OrderId, SortedMap<Integer, StoredEvent>> events = new TreeMap<>();

    private StoredHistories() {}

    /** Those of the orders that have events. */
    static StoredHistories of(Transaction transaction, Collection<UUID> ids) {
        StoredHistories histories = new StoredHistories();
        if (!ids.isEmpty()) {
            List<StoredEvent> rows = transaction
                    .sql(EVENTS)
                    .bindArray("uuid", ids)
                    .list(row -> new StoredEvent(
                            new OrderId(row.uuid("order_id")),
                            row.integer("version"),
                            row.text("type"),
                            row.text("body"),
                            row.instant("occurred_at")));
            rows.forEach(row -> histories
                    .events
                    .computeIfAbsent(row.order(), id -> new TreeMap<>())
                    .put(row.version(), row));
        }
        return histories;
    }

    Collection<OrderId> ids() {
        return events.keySet();
    }

    /** How many events the order has. */
    int size(OrderId id) {
        return rows(id).size();
    }

    /**
     * The order.
     *
     * @throws UnreadableHistory when its events are not all known to this release, or cannot follow each other
     */
    OrderHistory read(OrderId id) {
        try {
            SortedMap<Integer, Map.Entry<Instant, OrderEvent>> known = new TreeMap<>();
            rows(id).forEach((version, row) ->
                    known.put(version, Map.entry(row.at(), OrderEventJson.read(row.type(), row.body()))));
            return OrderHistory.fold(known);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new UnreadableHistory(id, String.valueOf(e.getMessage()));
        }
    }

    Map<OrderId, OrderHistory> readAll() {
        Map<OrderId, OrderHistory> orders = new TreeMap<>();
        events.keySet().forEach(id -> orders.put(id, read(id)));
        return orders;
    }

    private SortedMap<Integer, StoredEvent> rows(OrderId id) {
        return events.getOrDefault(id, new TreeMap<>());
    }

    private record StoredEvent(OrderId order, int version, String type, String body, Instant at) {}
}
