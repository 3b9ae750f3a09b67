package com.allinone.order.viewing;

import com.allinone.http.callers.Caller;
import com.allinone.http.problems.Problems;
import com.allinone.messaging.sql.Transactions;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderId;
import com.allinone.order.port.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The orders that the caller may see: a shopper their own, operators and auditors all. */
@ApplicationScoped
public class VisibleOrders {

    private final Transactions transactions;
    private final Orders orders;
    private final Caller caller;

    public VisibleOrders(Transactions transactions, Orders orders, Caller caller) {
        this.transactions = transactions;
        this.orders = orders;
        this.caller = caller;
    }

    /**
     * The order.
     *
     * @throws com.allinone.http.problems.Problem 404 when there is none, or none that the caller may see
     */
    OrderHistory find(OrderId id) {
        UUID user = caller.userId();
        boolean any = caller.is(Caller.OPERATOR) || caller.is(Caller.AUDITOR);
        return transactions
                .call(transaction -> orders.find(transaction, id))
                .filter(order -> any || order.order().userId().equals(user))
                .orElseThrow(() -> Problems.notFound("Order " + id));
    }
}
