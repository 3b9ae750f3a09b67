package com.allinone.order.publishing;

import com.allinone.messaging.OutgoingMessage;
import com.allinone.order.domain.CancelReason;
import com.allinone.order.domain.FulfilmentMessage;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.PlacedOrder;
import com.allinone.order.domain.Wait;
import com.allinone.order.publishing.MessageBodies.PricedQuantity;
import com.allinone.order.publishing.MessageBodies.Quantity;
import java.util.List;
import java.util.UUID;

/** Turns what a step of the saga says into messages. */
public final class OrderMessages {

    private static final String INVENTORY = "inventory.commands";
    private static final String PAYMENT = "payment.commands";
    private static final String EVENTS = "order.events";

    private OrderMessages() {}

    /** The message that says this of the order. */
    public static OutgoingMessage of(FulfilmentMessage message, OrderHistory history) {
        PlacedOrder order = history.order();
        UUID id = order.id().value();
        String reason = history.reason().map(CancelReason::name).orElse("");
        return switch (message) {
            case RESERVE_STOCK ->
                to(
                        INVENTORY,
                        order,
                        "stock.reserve.v1",
                        new MessageBodies.ReserveStock(id, quantities(order), order.deadline()));
            case RELEASE_STOCK -> to(INVENTORY, order, "stock.release.v1", new MessageBodies.ReleaseStock(id, reason));
            case COMMIT_STOCK -> to(INVENTORY, order, "stock.commit.v1", new MessageBodies.CommitStock(id));
            case SHIP_STOCK -> to(INVENTORY, order, "stock.ship.v1", new MessageBodies.ShipStock(id));
            case CHARGE_PAYMENT -> to(PAYMENT, order, "payment.charge.v1", charge(order));
            case CANCEL_PAYMENT -> to(PAYMENT, order, "payment.cancel.v1", new MessageBodies.CancelPayment(id));
            case REFUND_PAYMENT -> to(PAYMENT, order, "payment.refund.v1", new MessageBodies.RefundPayment(id, reason));
            case ORDER_PLACED -> to(EVENTS, order, "order.placed.v1", placed(order));
            case ORDER_CONFIRMED -> to(EVENTS, order, "order.confirmed.v1", ofUser(order));
            case ORDER_CANCELLED ->
                to(EVENTS, order, "order.cancelled.v1", new MessageBodies.OrderCancelled(id, order.userId(), reason));
            case DELIVERY_READY ->
                to(
                        EVENTS,
                        order,
                        "delivery.ready.v1",
                        new MessageBodies.DeliveryReady(id, order.userId(), order.addressId(), quantities(order)));
            case ORDER_SHIPPED -> to(EVENTS, order, "order.shipped.v1", ofUser(order));
            case ORDER_DELIVERED -> to(EVENTS, order, "order.delivered.v1", ofUser(order));
        };
    }

    /** The commands that the order's state counts on, to be sent again; in the order in which they were sent first. */
    public static List<OutgoingMessage> again(OrderHistory history) {
        return Wait.of(history.state()).commands().stream()
                .map(command -> of(command, history))
                .toList();
    }

    private static OutgoingMessage to(String topic, PlacedOrder order, String type, Object body) {
        return new OutgoingMessage(topic, order.id().toString(), type, body);
    }

    private static MessageBodies.ChargePayment charge(PlacedOrder order) {
        return new MessageBodies.ChargePayment(
                order.id().value(),
                order.userId(),
                order.total().amount(),
                order.total().currency(),
                order.paymentMethod(),
                order.deadline());
    }

    private static MessageBodies.OrderPlaced placed(PlacedOrder order) {
        return new MessageBodies.OrderPlaced(
                order.id().value(),
                order.userId(),
                order.placedAt(),
                order.total().amount(),
                order.total().currency(),
                order.lines().stream()
                        .map(line -> new PricedQuantity(
                                line.sku(), line.quantity(), line.unitPrice().amount()))
                        .toList());
    }

    private static MessageBodies.OrderOfUser ofUser(PlacedOrder order) {
        return new MessageBodies.OrderOfUser(order.id().value(), order.userId());
    }

    private static List<Quantity> quantities(PlacedOrder order) {
        return order.lines().stream()
                .map(line -> new Quantity(line.sku(), line.quantity()))
                .toList();
    }
}
