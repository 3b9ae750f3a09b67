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

    /**
     * The orders with these ids, locked until the end of the transaction in one global order. Those that do not exist
     * are left out.
     */
    Map<OrderId, OrderHistory> lock(Transaction transaction, Collection<OrderId> ids);

    /** The traces that these orders began in; without one where none is known. */
    Map<OrderId, String> traceparents(Transaction transaction, Collection<OrderId> ids);

    /** Locks up to {@code limit} orders whose deadline is over and that no other process has. */
    List<Overdue> lockOverdue(Transaction transaction, Instant now, int limit);

    /** Appends what happened since they were loaded, and brings what is read up to date. */
    void save(Transaction transaction, Collection<OrderHistory> orders);

    /** The order, not locked. */
    Optional<OrderHistory> find(Transaction transaction, OrderId id);

    /** An order that waited for too long, and the trace that it began in. */
    record Overdue(OrderHistory order, @Nullable String traceparent) {}
}
