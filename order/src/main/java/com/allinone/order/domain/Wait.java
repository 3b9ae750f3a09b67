package com.allinone.order.domain;

import static com.allinone.order.domain.FulfilmentMessage.CANCEL_PAYMENT;
import static com.allinone.order.domain.FulfilmentMessage.CHARGE_PAYMENT;
import static com.allinone.order.domain.FulfilmentMessage.COMMIT_STOCK;
import static com.allinone.order.domain.FulfilmentMessage.REFUND_PAYMENT;
import static com.allinone.order.domain.FulfilmentMessage.RELEASE_STOCK;
import static com.allinone.order.domain.FulfilmentMessage.RESERVE_STOCK;
import static com.allinone.order.domain.FulfilmentMessage.SHIP_STOCK;

import com.allinone.order.domain.Fulfilment.AwaitingPayment;
import com.allinone.order.domain.Fulfilment.AwaitingPaymentFate;
import com.allinone.order.domain.Fulfilment.AwaitingStock;
import com.allinone.order.domain.Fulfilment.Cancelled;
import com.allinone.order.domain.Fulfilment.Confirmed;
import com.allinone.order.domain.Fulfilment.Delivered;
import com.allinone.order.domain.Fulfilment.RefundByHand;
import com.allinone.order.domain.Fulfilment.Releasing;
import com.allinone.order.domain.Fulfilment.Shipped;
import com.allinone.order.domain.Fulfilment.Unwinding;
import com.allinone.order.domain.FulfilmentStep.Advanced;
import com.allinone.order.domain.OrderEvent.MarkedDelivered;
import com.allinone.order.domain.OrderEvent.MarkedShipped;
import com.allinone.order.domain.OrderEvent.PaymentCompleted;
import com.allinone.order.domain.OrderEvent.PaymentDeclined;
import com.allinone.order.domain.OrderEvent.PaymentRefunded;
import com.allinone.order.domain.OrderEvent.RefundFailed;
import com.allinone.order.domain.OrderEvent.StockRejected;
import com.allinone.order.domain.OrderEvent.StockReleased;
import com.allinone.order.domain.OrderEvent.StockReserved;
import java.util.List;

/**
 * What an order waits for; a pure function of its state.
 *
 * @param sentence who has to do what, for people
 * @param commands what this state counts on the others to have done. To send them again is always safe: each has one
 *     effect per order, is decided after those that were sent before it, and is answered with the stored answer
 */
public record Wait(String sentence, List<FulfilmentMessage> commands) {

    private static final List<OrderEvent> OUTSIDE = List.of(
            new StockReserved(),
            new StockRejected(""),
            new StockReleased(),
            new PaymentCompleted(),
            new PaymentDeclined(""),
            new PaymentRefunded(),
            new RefundFailed(""),
            new MarkedShipped(),
            new MarkedDelivered());

    public Wait {
        commands = List.copyOf(commands);
    }

    public static Wait of(Fulfilment state) {
        return switch (state) {
            case AwaitingStock _ -> wait("Inventory has to say whether it holds the goods", RESERVE_STOCK);
            case AwaitingPayment _ -> wait("Payment has to say whether the money was taken", CHARGE_PAYMENT);
            case AwaitingPaymentFate _ ->
                wait(
                        "Payment has to say for certain whether the money was taken; until then the goods stay held",
                        CANCEL_PAYMENT);
            case Confirmed _ -> wait("An operator has to mark it shipped", COMMIT_STOCK);
            case Releasing _ -> wait("Inventory has to say that the goods are given back", RELEASE_STOCK);
            case Unwinding(var _, var refunded, var released)
            when refunded && !released ->
                wait("The money is given back; inventory has to say that the goods are", RELEASE_STOCK);
            case Unwinding(var _, var _, var released)
            when released -> wait("The goods are given back; payment has to say that the money is", REFUND_PAYMENT);
            case Unwinding _ ->
                wait(
                        "Payment has to say that the money is given back, and inventory that the goods are",
                        REFUND_PAYMENT,
                        RELEASE_STOCK);
            case RefundByHand(var _, var released)
            when released -> wait("The provider refused the refund: an operator has to settle it", REFUND_PAYMENT);
            case RefundByHand _ ->
                wait(
                        "The provider refused the refund: an operator has to settle it, and inventory has to say that"
                                + " the goods are given back",
                        REFUND_PAYMENT,
                        RELEASE_STOCK);
            case Cancelled _ -> wait("Nothing: it is cancelled", RELEASE_STOCK);
            case Shipped _ -> wait("An operator has to mark it delivered", COMMIT_STOCK, SHIP_STOCK);
            case Delivered _ -> wait("Nothing: it is delivered", COMMIT_STOCK, SHIP_STOCK);
        };
    }

    /** The events of others that would take an order in this state on, by example. */
    public static List<OrderEvent> events(Fulfilment state) {
        return OUTSIDE.stream()
                .filter(event -> state.on(event) instanceof Advanced)
                .toList();
    }

    private static Wait wait(String sentence, FulfilmentMessage... commands) {
        return new Wait(sentence, List.of(commands));
    }
}
