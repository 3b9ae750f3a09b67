package com.allinone.simulation.store;

import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.OrderEvent;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderId;
import com.allinone.order.domain.OrderStatus;
import com.allinone.order.domain.RecordedEvent;
import com.allinone.order.port.Orders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Orders as their events, and a head for each that is locked and read. */
public final class SimulatedOrders implements Orders {

    private final Table<UUID, Head> heads = new Table<>();
    private final Table<UUID, List<RecordedEvent>> events = new Table<>();

    @Override
    public void add(Transaction transaction, OrderHistory order, @Nullable String traceparent) {
        OpenTransaction open = Database.of(transaction);
        UUID id = order.order().id().value();
        if (!heads.insert(open, id, Head.of(order, traceparent))) {
            throw Database.failure("23505", "Order " + id + " is there already");
        }
        append(open, order);
    }

    @Override
    public Map<OrderId, OrderHistory> lock(Transaction transaction, Collection<OrderId> ids) {
        OpenTransaction open = Database.of(transaction);
        Map<UUID, Head> locked =
                heads.lock(open, ids.stream().map(OrderId::value).toList());
        Database.of(transaction);
        Map<OrderId, OrderHistory> histories = new HashMap<>();
        locked.keySet().forEach(id -> histories.put(new OrderId(id), history(open, id)));
        return histories;
    }

    @Override
    public List<Due> lockOverdue(Transaction transaction, Instant now, int limit) {
        return due(
                Database.of(transaction),
                head -> head.isOverdue(now),
                Comparator.comparing(head -> Objects.requireNonNull(head.deadline)),
                limit);
    }

    @Override
    public List<Due> lockOpen(Transaction transaction, Instant since, Instant now, int limit) {
        return due(
                Database.of(transaction),
                head -> head.isOpen(since, now),
                Comparator.comparing(Head::changedAt),
                limit);
    }

    @Override
    public void lookAgain(Transaction transaction, Map<OrderId, Instant> at) {
        if (at.isEmpty()) {
            return;
        }
        OpenTransaction open = Database.of(transaction);
        new TreeMap<>(at).forEach((order, instant) -> {
            Head head = heads.lock(open, List.of(order.value())).get(order.value());
            if (head != null) {
                heads.put(open, order.value(), head.lookedAt(instant));
            }
        });
    }

    @Override
    public void save(Transaction transaction, Collection<OrderHistory> orders) {
        OpenTransaction open = Database.of(transaction);
        for (OrderHistory order : orders) {
            if (!order.fresh().isEmpty()) {
                UUID id = order.order().id().value();
                heads.put(open, id, Head.of(order, Objects.requireNonNull(heads.get(open, id)).traceparent));
                append(open, order);
            }
        }
    }

    @Override
    public Optional<OrderHistory> find(Transaction transaction, OrderId id) {
        OpenTransaction open = Database.of(transaction);
        return events.get(open, id.value()) == null ? Optional.empty() : Optional.of(history(open, id.value()));
    }

    @Override
    public Map<OrderId, String> traceparents(Transaction transaction, Collection<OrderId> ids) {
        OpenTransaction open = Database.of(transaction);
        Map<OrderId, String> traces = new HashMap<>();
        for (OrderId id : ids) {
            Head head = heads.get(open, id.value());
            if (head != null && head.traceparent != null) {
                traces.put(id, head.traceparent);
            }
        }
        return traces;
    }

    /** Every order there is, as the fold of its events. */
    public List<OrderHistory> everything() {
        return events.committed().values().stream().map(SimulatedOrders::fold).toList();
    }

    /** What is read of each order. */
    public NavigableMap<UUID, Head> heads() {
        return heads.committed();
    }

    private void append(OpenTransaction open, OrderHistory order) {
        UUID id = order.order().id().value();
        List<RecordedEvent> all = new ArrayList<>(Objects.requireNonNullElse(events.get(open, id), List.of()));
        for (RecordedEvent event : order.fresh()) {
            if (event.version() != all.size() + 1) {
                throw Database.failure("23505", "Order " + id + " has a version " + event.version() + " already");
            }
            all.add(event);
        }
        events.put(open, id, List.copyOf(all));
        order.stored();
    }

    private List<Due> due(OpenTransaction open, Predicate<Head> so, Comparator<Head> first, int limit) {
        List<UUID> found = new ArrayList<>(heads.where(open, (id, head) -> so.test(head)));
        found.sort(Comparator.comparing(id -> Objects.requireNonNull(heads.get(open, id)), first));
        List<Due> due = new ArrayList<>();
        for (UUID id : found) {
            if (due.size() < limit && heads.lockIfFree(open, id)) {
                Head head = Objects.requireNonNull(heads.get(open, id));
                due.add(new Due.Waiting(history(open, id), head.traceparent, head.looks));
            }
        }
        return due;
    }

    private OrderHistory history(OpenTransaction open, UUID id) {
        return fold(Objects.requireNonNull(events.get(open, id)));
    }

    private static OrderHistory fold(List<RecordedEvent> recorded) {
        SortedMap<Integer, Map.Entry<Instant, OrderEvent>> byVersion = new TreeMap<>();
        recorded.forEach(each -> byVersion.put(each.version(), Map.entry(each.at(), each.event())));
        return OrderHistory.fold(byVersion);
    }

    /** The row of an order that is read. */
    public record Head(
            int version,
            OrderStatus status,
            @Nullable Instant deadline,
            Instant changedAt,
            @Nullable Instant nextLook,
            int looks,
            @Nullable String traceparent) {

        static Head of(OrderHistory order, @Nullable String traceparent) {
            return new Head(
                    order.version(),
                    order.status(),
                    order.deadline().orElse(null),
                    order.changedAt(),
                    null,
                    0,
                    traceparent);
        }

        Head lookedAt(Instant next) {
            return new Head(version, status, deadline, changedAt, next, looks + 1, traceparent);
        }

        boolean isOverdue(Instant now) {
            return deadline != null && !deadline.isAfter(now) && mayBeLookedAt(now);
        }

        boolean isOpen(Instant since, Instant now) {
            return status.waitsFor().isPresent() && deadline == null && !changedAt.isAfter(since) && mayBeLookedAt(now);
        }

        private boolean mayBeLookedAt(Instant now) {
            return nextLook == null || !nextLook.isAfter(now);
        }
    }
}
