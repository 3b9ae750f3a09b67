package com.allinone.order.redriving;

import com.allinone.messaging.OutgoingMessage;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.tracing.MessageTraces;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderId;
import com.allinone.order.port.Orders;
import com.allinone.order.publishing.OrderMessages;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sends the commands again that an order's state counts on ({@link com.allinone.order.domain.Wait}). Always safe: they
 * are sent under the order's lock, so none of them overtakes a later one; their effects are one per order; and whoever
 * has done them answers as before.
 */
@ApplicationScoped
public class Redriving {

    private final Orders orders;

    public Redriving(Orders orders) {
        this.orders = orders;
    }

    /**
     * Locks the orders and sends again, each in the trace that its order began in.
     *
     * @return by order, the types of the messages sent; an order that does not exist is left out
     */
    public Map<OrderId, List<String>> redrive(Transaction transaction, Collection<OrderId> ids) {
        Map<OrderId, OrderHistory> locked = orders.lock(transaction, ids);
        Map<OrderId, String> traces = orders.traceparents(transaction, locked.keySet());
        Map<OrderId, List<String>> sent = new TreeMap<>();
        locked.forEach((id, order) -> sent.put(id, redrive(transaction, order, MessageTraces.context(traces.get(id)))));
        return sent;
    }

    /** Sends again, in that trace, for an order that the caller has locked; the types of the messages sent. */
    public List<String> redrive(Transaction transaction, OrderHistory order, Context trace) {
        List<OutgoingMessage> again = OrderMessages.again(order);
        again.forEach(message -> transaction.send(message, trace));
        return again.stream().map(OutgoingMessage::type).toList();
    }
}
