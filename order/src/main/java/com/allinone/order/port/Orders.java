package com.allinone.order.port;

import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All orders. */
public interface Orders {

    /** Stores a new order with the trace that it began in. */
    void add(Transaction transaction, OrderHistory order, @Nullable String traceparent);

    /** Stores new orders, each with the trace that it began in, in a few statements whatever their number. */
    default void addAll(Transaction transaction, List<Begun> orders) {
        orders.forEach(begun -> add(transaction, begun.order(), begun.traceparent()));
    }

    /** A new order and the trace that it began in. */
    record Begun(OrderHistory order, @Nullable String traceparent) {}

    /**
     * The orders with these ids, locked until the end of the transaction in one global order. Those that do not exist
     * are left out.
     *
     * @throws UnreadableHistory when this release cannot read one of them
     */
    Map<OrderId, OrderHistory> lock(Transaction transaction, Collection<OrderId> ids);

    /** The traces that these orders began in; without one where none is known. */
    Map<OrderId, String> traceparents(Transaction transaction, Collection<OrderId> ids);

    /** Locks up to {@code limit} orders whose deadline is over, that may be looked at and that no other process has. */
    List<Due> lockOverdue(Transaction transaction, Instant now, int limit);

    /**
     * Locks up to {@code limit} orders that wait without a deadline, in the same state since {@code since} or longer,
     * that may be looked at and that no other process has; the one that waits longest first.
     */
    List<Due> lockOpen(Transaction transaction, Instant since, Instant now, int limit);

    /** No job looks at each of these before its instant, unless it advances; counts the look. */
    void lookAgain(Transaction transaction, Map<OrderId, Instant> at);

    /** Appends what happened since they were loaded, and brings what is read up to date. */
    void save(Transaction transaction, Collection<OrderHistory> orders);

    /**
     * The order, not locked.
     *
     * @throws UnreadableHistory when this release cannot read it
     */
    Optional<OrderHistory> find(Transaction transaction, OrderId id);

    /** An order that a job has to do something about. */
    sealed interface Due {

        OrderId id();

        /** How often a job has looked since its last event. */
        int looks();

        /** One that waited for too long, and the trace that it began in. */
        record Waiting(OrderHistory order, @Nullable String traceparent, int looks) implements Due {
            @Override
            public OrderId id() {
                return order.order().id();
            }
        }

        /** One that this release cannot read, and why. */
        record Unreadable(OrderId id, String why, int looks) implements Due {}
    }
}
