package com.allinone.order.storage;

import com.allinone.messaging.MessageJson;
import com.allinone.order.domain.OrderEvent;
import com.allinone.order.domain.OrderEvent.CancellationRequested;
import com.allinone.order.domain.OrderEvent.DeadlinePassed;
import com.allinone.order.domain.OrderEvent.MarkedDelivered;
import com.allinone.order.domain.OrderEvent.MarkedShipped;
import com.allinone.order.domain.OrderEvent.OrderPlaced;
import com.allinone.order.domain.OrderEvent.PaymentCompleted;
import com.allinone.order.domain.OrderEvent.PaymentDeclined;
import com.allinone.order.domain.OrderEvent.PaymentRefunded;
import com.allinone.order.domain.OrderEvent.RefundFailed;
import com.allinone.order.domain.OrderEvent.StockRejected;
import com.allinone.order.domain.OrderEvent.StockReleased;
import com.allinone.order.domain.OrderEvent.StockReserved;
import com.allinone.order.domain.OrderLine;
import com.allinone.order.domain.PlacedOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The stored form of events: a type with its version, never a class name, and JSON. */
@RegisterForReflection(
        targets = {
            OrderPlaced.class,
            PlacedOrder.class,
            OrderLine.class,
            com.allinone.order.domain.OrderId.class,
            com.allinone.order.domain.Name.class,
            com.allinone.order.domain.Money.class,
            StockReserved.class,
            StockRejected.class,
            StockReleased.class,
            PaymentCompleted.class,
            PaymentDeclined.class,
            PaymentRefunded.class,
            RefundFailed.class,
            CancellationRequested.class,
            DeadlinePassed.class,
            MarkedShipped.class,
            MarkedDelivered.class
        })
final class OrderEventJson {

    private OrderEventJson() {}

    static String type(OrderEvent event) {
        return switch (event) {
            case OrderPlaced _ -> "order.placed.v1";
            case StockReserved _ -> "stock.reserved.v1";
            case StockRejected _ -> "stock.rejected.v1";
            case StockReleased _ -> "stock.released.v1";
            case PaymentCompleted _ -> "payment.completed.v1";
            case PaymentDeclined _ -> "payment.declined.v1";
            case PaymentRefunded _ -> "payment.refunded.v1";
            case RefundFailed _ -> "payment.refund_failed.v1";
            case CancellationRequested _ -> "cancellation.requested.v1";
            case DeadlinePassed _ -> "deadline.passed.v1";
            case MarkedShipped _ -> "order.shipped.v1";
            case MarkedDelivered _ -> "order.delivered.v1";
        };
    }

    static String write(OrderEvent event) {
        return switch (event) {
            case StockReserved _,
                    StockReleased _,
                    PaymentCompleted _,
                    PaymentRefunded _,
                    DeadlinePassed _,
                    MarkedShipped _,
                    MarkedDelivered _ -> "{}";
            case OrderPlaced _, StockRejected _, PaymentDeclined _, RefundFailed _, CancellationRequested _ ->
                MessageJson.write(event);
        };
    }

    static OrderEvent read(String type, String json) {
        return switch (type) {
            case "order.placed.v1" -> MessageJson.read(json, OrderPlaced.class);
            case "stock.reserved.v1" -> new StockReserved();
            case "stock.rejected.v1" -> MessageJson.read(json, StockRejected.class);
            case "stock.released.v1" -> new StockReleased();
            case "payment.completed.v1" -> new PaymentCompleted();
            case "payment.declined.v1" -> MessageJson.read(json, PaymentDeclined.class);
            case "payment.refunded.v1" -> new PaymentRefunded();
            case "payment.refund_failed.v1" -> MessageJson.read(json, RefundFailed.class);
            case "cancellation.requested.v1" -> MessageJson.read(json, CancellationRequested.class);
            case "deadline.passed.v1" -> new DeadlinePassed();
            case "order.shipped.v1" -> new MarkedShipped();
            case "order.delivered.v1" -> new MarkedDelivered();
            default ->
                throw new IllegalStateException("it has an event of type " + type + ", which a newer release wrote");
        };
    }
}
