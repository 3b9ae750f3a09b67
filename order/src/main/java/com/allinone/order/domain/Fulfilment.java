package com.allinone.order.domain;

import static com.allinone.order.domain.FulfilmentMessage.CANCEL_PAYMENT;
import static com.allinone.order.domain.FulfilmentMessage.CHARGE_PAYMENT;
import static com.allinone.order.domain.FulfilmentMessage.COMMIT_STOCK;
import static com.allinone.order.domain.FulfilmentMessage.DELIVERY_READY;
import static com.allinone.order.domain.FulfilmentMessage.ORDER_CANCELLED;
import static com.allinone.order.domain.FulfilmentMessage.ORDER_CONFIRMED;
import static com.allinone.order.domain.FulfilmentMessage.ORDER_DELIVERED;
import static com.allinone.order.domain.FulfilmentMessage.ORDER_PLACED;
import static com.allinone.order.domain.FulfilmentMessage.ORDER_SHIPPED;
import static com.allinone.order.domain.FulfilmentMessage.REFUND_PAYMENT;
import static com.allinone.order.domain.FulfilmentMessage.RELEASE_STOCK;
import static com.allinone.order.domain.FulfilmentMessage.RESERVE_STOCK;
import static com.allinone.order.domain.FulfilmentMessage.SHIP_STOCK;
import static com.allinone.order.domain.FulfilmentStep.ignored;
import static com.allinone.order.domain.FulfilmentStep.refused;
import static com.allinone.order.domain.FulfilmentStep.to;

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
import java.util.List;

/**
 * The saga of an order. Each state is a record that holds only what it needs, and says for every event what follows.
 *
 * <p>The confirmation is the pivot: before it everything taken is given back, after it the order is carried out unless
 * the shopper cancels. While the fate of the payment is unknown the stock stays held.
 */
public sealed interface Fulfilment {

    OrderStatus status();

    /** What follows; a pure function. */
    FulfilmentStep on(OrderEvent event);

    /** The saga's first step. */
    static FulfilmentStep.Advanced begin() {
        return new FulfilmentStep.Advanced(new AwaitingStock(), List.of(RESERVE_STOCK, ORDER_PLACED));
    }

    /** Inventory was asked to hold the lines. */
    record AwaitingStock() implements Fulfilment {
        @Override
        public OrderStatus status() {
            return OrderStatus.AWAITING_STOCK;
        }

        @Override
        public FulfilmentStep on(OrderEvent event) {
            return switch (event) {
                case StockReserved _ -> to(new AwaitingPayment(), CHARGE_PAYMENT);
                case StockRejected _ -> to(new Cancelled(CancelReason.OUT_OF_STOCK), ORDER_CANCELLED);
                case CancellationRequested wish -> to(new Releasing(wish.reason()), RELEASE_STOCK);
                case DeadlinePassed _ -> to(new Releasing(CancelReason.DEADLINE_PASSED), RELEASE_STOCK);
                case OrderPlaced _,
                        StockReleased _,
                        PaymentCompleted _,
                        PaymentDeclined _,
                        PaymentRefunded _,
                        RefundFailed _,
                        MarkedShipped _,
                        MarkedDelivered _ -> refused(this, event);
            };
        }
    }

    /** The stock is held and payment was asked to charge. */
    record AwaitingPayment() implements Fulfilment {
        @Override
        public OrderStatus status() {
            return OrderStatus.AWAITING_PAYMENT;
        }

        @Override
        public FulfilmentStep on(OrderEvent event) {
            return switch (event) {
                case PaymentCompleted _ -> to(new Confirmed(), COMMIT_STOCK, ORDER_CONFIRMED, DELIVERY_READY);
                case PaymentDeclined _ -> to(new Releasing(CancelReason.PAYMENT_DECLINED), RELEASE_STOCK);
                case CancellationRequested wish -> to(new AwaitingPaymentFate(wish.reason()), CANCEL_PAYMENT);
                case DeadlinePassed _ -> to(new AwaitingPaymentFate(CancelReason.DEADLINE_PASSED), CANCEL_PAYMENT);
                case StockReserved _ -> ignored(this, event);
                case OrderPlaced _,
                        StockRejected _,
                        StockReleased _,
                        PaymentRefunded _,
                        RefundFailed _,
                        MarkedShipped _,
                        MarkedDelivered _ -> refused(this, event);
            };
        }
    }

    /** Payment was asked to cancel and will say for certain; until then the stock stays held, however long. */
    record AwaitingPaymentFate(CancelReason reason) implements Fulfilment {
        @Override
        public OrderStatus status() {
            return OrderStatus.AWAITING_PAYMENT_FATE;
        }

        @Override
        public FulfilmentStep on(OrderEvent event) {
            return switch (event) {
                case PaymentDeclined _ -> to(new Releasing(reason), RELEASE_STOCK);
                case PaymentCompleted _ -> to(new Unwinding(reason, false, false), REFUND_PAYMENT, RELEASE_STOCK);
                case CancellationRequested _, DeadlinePassed _, StockReserved _ -> ignored(this, event);
                case OrderPlaced _,
                        StockRejected _,
                        StockReleased _,
                        PaymentRefunded _,
                        RefundFailed _,
                        MarkedShipped _,
                        MarkedDelivered _ -> refused(this, event);
            };
        }
    }

    /** Paid, and ready for delivery. */
    record Confirmed() implements Fulfilment {
        @Override
        public OrderStatus status() {
            return OrderStatus.DELIVERY_READY;
        }

        @Override
        public FulfilmentStep on(OrderEvent event) {
            return switch (event) {
                case CancellationRequested wish ->
                    to(new Unwinding(wish.reason(), false, false), REFUND_PAYMENT, RELEASE_STOCK);
                case MarkedShipped _ -> to(new Shipped(), ORDER_SHIPPED, SHIP_STOCK);
                case DeadlinePassed _, StockReserved _, PaymentCompleted _ -> ignored(this, event);
                case OrderPlaced _,
                        StockRejected _,
                        StockReleased _,
                        PaymentDeclined _,
                        PaymentRefunded _,
                        RefundFailed _,
                        MarkedDelivered _ -> refused(this, event);
            };
        }
    }

    /** No money was taken; inventory was asked to give the stock back. */
    record Releasing(CancelReason reason) implements Fulfilment {
        @Override
        public OrderStatus status() {
            return OrderStatus.RELEASING;
        }

        @Override
        public FulfilmentStep on(OrderEvent event) {
            return switch (event) {
                case StockReleased _ -> to(new Cancelled(reason), ORDER_CANCELLED);
                case CancellationRequested _, DeadlinePassed _, StockReserved _, StockRejected _, PaymentDeclined _ ->
                    ignored(this, event);
                case OrderPlaced _,
                        PaymentCompleted _,
                        PaymentRefunded _,
                        RefundFailed _,
                        MarkedShipped _,
                        MarkedDelivered _ -> refused(this, event);
            };
        }
    }

    /** Money was taken and is asked back, and so is the stock; both must be said to be given back. */
    record Unwinding(CancelReason reason, boolean refunded, boolean released) implements Fulfilment {
        @Override
        public OrderStatus status() {
            return OrderStatus.UNWINDING;
        }

        @Override
        public FulfilmentStep on(OrderEvent event) {
            return switch (event) {
                case PaymentRefunded _ when refunded -> ignored(this, event);
                case PaymentRefunded _ when released -> to(new Cancelled(reason), ORDER_CANCELLED);
                case PaymentRefunded _ -> to(new Unwinding(reason, true, false));
                case StockReleased _ when released -> ignored(this, event);
                case StockReleased _ when refunded -> to(new Cancelled(reason), ORDER_CANCELLED);
                case StockReleased _ -> to(new Unwinding(reason, false, true));
                case RefundFailed _ when refunded -> refused(this, event);
                case RefundFailed _ -> to(new RefundByHand(reason, released));
                case CancellationRequested _, DeadlinePassed _, StockReserved _, PaymentCompleted _ ->
                    ignored(this, event);
                case OrderPlaced _, StockRejected _, PaymentDeclined _, MarkedShipped _, MarkedDelivered _ ->
                    refused(this, event);
            };
        }
    }

    /** The provider refused the refund: an operator settles it. */
    record RefundByHand(CancelReason reason, boolean released) implements Fulfilment {
        @Override
        public OrderStatus status() {
            return OrderStatus.REFUND_BY_HAND;
        }

        @Override
        public FulfilmentStep on(OrderEvent event) {
            return switch (event) {
                case PaymentRefunded _ when released -> to(new Cancelled(reason), ORDER_CANCELLED);
                case PaymentRefunded _ -> to(new Unwinding(reason, true, false));
                case StockReleased _ when released -> ignored(this, event);
                case StockReleased _ -> to(new RefundByHand(reason, true));
                case RefundFailed _, CancellationRequested _, DeadlinePassed _, StockReserved _, PaymentCompleted _ ->
                    ignored(this, event);
                case OrderPlaced _, StockRejected _, PaymentDeclined _, MarkedShipped _, MarkedDelivered _ ->
                    refused(this, event);
            };
        }
    }

    /** Given up; nothing is held and nothing is owed. Late replies revive nothing. */
    record Cancelled(CancelReason reason) implements Fulfilment {
        @Override
        public OrderStatus status() {
            return OrderStatus.CANCELLED;
        }

        @Override
        public FulfilmentStep on(OrderEvent event) {
            return switch (event) {
                case StockReserved _ when reason == CancelReason.OUT_OF_STOCK -> refused(this, event);
                case StockReserved _,
                        StockRejected _,
                        StockReleased _,
                        PaymentDeclined _,
                        PaymentRefunded _,
                        CancellationRequested _,
                        DeadlinePassed _ -> ignored(this, event);
                case OrderPlaced _, PaymentCompleted _, RefundFailed _, MarkedShipped _, MarkedDelivered _ ->
                    refused(this, event);
            };
        }
    }

    /** On its way; it can no longer be cancelled. */
    record Shipped() implements Fulfilment {
        @Override
        public OrderStatus status() {
            return OrderStatus.SHIPPED;
        }

        @Override
        public FulfilmentStep on(OrderEvent event) {
            return switch (event) {
                case MarkedDelivered _ -> to(new Delivered(), ORDER_DELIVERED);
                case MarkedShipped _, DeadlinePassed _, StockReserved _, PaymentCompleted _ -> ignored(this, event);
                case CancellationRequested _,
                        OrderPlaced _,
                        StockRejected _,
                        StockReleased _,
                        PaymentDeclined _,
                        PaymentRefunded _,
                        RefundFailed _ -> refused(this, event);
            };
        }
    }

    /** Arrived. */
    record Delivered() implements Fulfilment {
        @Override
        public OrderStatus status() {
            return OrderStatus.DELIVERED;
        }

        @Override
        public FulfilmentStep on(OrderEvent event) {
            return switch (event) {
                case MarkedDelivered _, DeadlinePassed _, StockReserved _, PaymentCompleted _, MarkedShipped _ ->
                    ignored(this, event);
                case CancellationRequested _,
                        OrderPlaced _,
                        StockRejected _,
                        StockReleased _,
                        PaymentDeclined _,
                        PaymentRefunded _,
                        RefundFailed _ -> refused(this, event);
            };
        }
    }
}
