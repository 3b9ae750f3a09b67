package com.allinone.simulation.shop;

import com.allinone.http.problems.Problem;
import com.allinone.http.problems.Problems;
import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.Operation;
import com.allinone.order.domain.OperatorAction;
import com.allinone.order.domain.OrderEvent;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderId;
import com.allinone.order.fulfilment.Deadlines;
import com.allinone.order.fulfilment.Fulfilling;
import com.allinone.order.fulfilment.OpenOrders;
import com.allinone.order.operating.Operating;
import com.allinone.order.placing.PlaceOrder;
import com.allinone.order.placing.Placing;
import com.allinone.order.port.Orders;
import com.allinone.order.publishing.OperatorMessages;
import com.allinone.order.publishing.StepReports;
import com.allinone.order.redriving.Patience;
import com.allinone.order.redriving.Redriving;
import com.allinone.order.wishing.Wishes;
import com.allinone.simulation.world.Life;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A process of order. */
final class OrderService extends Service {

    private static final UUID OPERATOR = new UUID(0x7000, 1);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(60));

    private final Placing placing;
    private final Wishes wishes;

    OrderService(Shop shop, Life life) {
        super(shop, shop.orderPremises(), life);
        Orders orders = shop.orders();
        StepReports reports = new StepReports(UNCOUNTED);
        this.placing = new Placing(
                orders,
                Assortment.PRODUCTS,
                Assortment.NO_CARTS,
                () -> new OrderId(shop.ids().next()),
                Settings.ALL,
                reports,
                shop.clock());
        this.wishes = new Wishes(transactions, orders, shop.operations(), reports, shop.ids(), shop.clock());
        Fulfilling fulfilling = new Fulfilling(consumer, orders, reports, OrderService::unasked, shop.clock());
        consume("inventory.events", fulfilling);
        consume("payment.events", fulfilling);
        consume("order.commands", new Operating(consumer, orders, shop.operations(), reports, shop.clock()));
        Deadlines deadlines = new Deadlines(transactions, orders, PATIENCE, reports, shop.clock());
        OpenOrders openOrders =
                new OpenOrders(transactions, orders, new Redriving(orders), PATIENCE, reports, shop.clock());
        every(LOOK, "deadlines", deadlines::look);
        every(LOOK, "open orders", openOrders::look);
    }

    /** What the HTTP ring does: a database that is away becomes an answer. */
    void answering(Runnable request) {
        try {
            request.run();
        } catch (DatabaseFailure away) {
            shop.world().pause();
        }
    }

    OrderHistory place(UUID user, PlaceOrder order) {
        return transactions.call(transaction -> placing.place(transaction, user, order));
    }

    /** An operator's action, which is a message to ourselves. */
    void operate(OrderId order, OperatorAction action) {
        transactions.run(transaction -> {
            Operation operation = new Operation(
                    shop.ids().next(),
                    order,
                    action.name(),
                    null,
                    OPERATOR,
                    shop.clock().instant(),
                    null);
            shop.operations().add(transaction, List.of(operation));
            transaction.send(OperatorMessages.of(operation, action));
        });
    }

    void wish(OrderId order, OrderEvent wish) {
        try {
            wishes.put(
                    order, history -> true, history -> wish, Optional.empty(), status -> Problems.notFound("too late"));
        } catch (Problem tooLate) {
            // The shopper reads it; nothing happened.
        }
    }

    /** Reconciliation does not take part: nobody asks, so nobody answers. */
    private static void unasked(Transaction transaction, IncomingMessage answer) {
        throw new IllegalStateException("Nobody reconciles here");
    }
}
