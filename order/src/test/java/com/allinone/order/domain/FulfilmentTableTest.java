package com.allinone.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

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
import com.allinone.order.domain.FulfilmentStep.Ignored;
import com.allinone.order.domain.FulfilmentStep.Refused;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every pair of state and event of the saga, written out: {@code =} is ignored, {@code !} cannot be. */
class FulfilmentTableTest {

    private static final CancelReason WISH = CancelReason.CANCELLED_BY_SHOPPER;

    private static final List<OrderEvent> EVENTS = List.of(
            new OrderPlaced(Samples.order()),
            new StockReserved(),
            new StockRejected("OUT_OF_STOCK"),
            new StockReleased(),
            new PaymentCompleted(),
            new PaymentDeclined("card_declined"),
            new PaymentRefunded(),
            new RefundFailed("charge_disputed"),
            new CancellationRequested(WISH),
            new DeadlinePassed(),
            new MarkedShipped(),
            new MarkedDelivered());

    private static final Map<Fulfilment, String> TABLE = new LinkedHashMap<>();

    static {
        // placed reserved rejected released completed declined refunded refundFailed cancel deadline shipped delivered
        row(
                new AwaitingStock(),
                "! Payment:CHARGE Cancelled:CANCELLED ! ! ! ! ! Releasing:RELEASE Releasing:RELEASE ! !");
        row(
                new AwaitingPayment(),
                "! = ! ! Confirmed:COMMIT,CONFIRMED,READY Releasing:RELEASE ! ! Fate:CANCEL Fate:CANCEL ! !");
        row(new AwaitingPaymentFate(WISH), "! = ! ! Unwinding:REFUND,RELEASE Releasing:RELEASE ! ! = = ! !");
        row(new Confirmed(), "! = ! ! = ! ! ! Unwinding:REFUND,RELEASE = Shipped:SHIPPED,SHIP !");
        row(new Releasing(WISH), "! = = Cancelled:CANCELLED ! = ! ! = = ! !");
        row(new Unwinding(WISH, false, false), "! = ! Unwinding: = ! Unwinding: ByHand: = = ! !");
        row(new Unwinding(WISH, true, false), "! = ! Cancelled:CANCELLED = ! = ! = = ! !");
        row(new Unwinding(WISH, false, true), "! = ! = = ! Cancelled:CANCELLED ByHand: = = ! !");
        row(new RefundByHand(WISH, false), "! = ! ByHand: = ! Unwinding: = = = ! !");
        row(new RefundByHand(WISH, true), "! = ! = = ! Cancelled:CANCELLED = = = ! !");
        row(new Cancelled(CancelReason.OUT_OF_STOCK), "! ! = = ! = = ! = = ! !");
        row(new Cancelled(WISH), "! = = = ! = = ! = = ! !");
        row(new Shipped(), "! = ! ! = ! ! ! ! = = Delivered:DELIVERED");
        row(new Delivered(), "! = ! ! = ! ! ! ! = = =");
    }

    @TestFactory
    List<DynamicTest> everyPairAnswersAsTheTableSays() {
        List<DynamicTest> pairs = new ArrayList<>();
        TABLE.forEach((state, row) -> {
            String[] cells = row.split(" ", -1);
            for (int i = 0; i < EVENTS.size(); i++) {
                OrderEvent event = EVENTS.get(i);
                String expected = cells[i];
                pairs.add(DynamicTest.dynamicTest(
                        state + " on " + event.getClass().getSimpleName(),
                        () -> assertThat(shorthand(state.on(event))).isEqualTo(expected)));
            }
        });
        return pairs;
    }

    @Test
    void theTableHasEveryStateAndEveryEvent() {
        assertThat(TABLE.keySet().stream().map(Object::getClass).distinct())
                .hasSize(Fulfilment.class.getPermittedSubclasses().length);
        assertThat(EVENTS).hasSize(OrderEvent.class.getPermittedSubclasses().length);
    }

    @Test
    void aGivenUpOrderKeepsItsFirstReason() {
        Fulfilment fate = next(new AwaitingPayment(), new DeadlinePassed());
        Fulfilment unwinding = next(fate, new PaymentCompleted());
        Fulfilment refunded = next(unwinding, new PaymentRefunded());

        assertThat(next(refunded, new StockReleased())).isEqualTo(new Cancelled(CancelReason.DEADLINE_PASSED));
    }

    private static Fulfilment next(Fulfilment state, OrderEvent event) {
        return ((Advanced) state.on(event)).next();
    }

    private static void row(Fulfilment state, String cells) {
        TABLE.put(state, cells);
    }

    private static String shorthand(FulfilmentStep step) {
        return switch (step) {
            case Ignored _ -> "=";
            case Refused _ -> "!";
            case Advanced advanced ->
                name(advanced.next()) + ":"
                        + String.join(
                                ",",
                                advanced.messages().stream()
                                        .map(FulfilmentTableTest::name)
                                        .toList());
        };
    }

    private static String name(Fulfilment state) {
        return switch (state) {
            case AwaitingStock _ -> "Stock";
            case AwaitingPayment _ -> "Payment";
            case AwaitingPaymentFate _ -> "Fate";
            case Confirmed _ -> "Confirmed";
            case Releasing _ -> "Releasing";
            case Unwinding _ -> "Unwinding";
            case RefundByHand _ -> "ByHand";
            case Cancelled _ -> "Cancelled";
            case Shipped _ -> "Shipped";
            case Delivered _ -> "Delivered";
        };
    }

    private static String name(FulfilmentMessage message) {
        return switch (message) {
            case RESERVE_STOCK -> "RESERVE";
            case RELEASE_STOCK -> "RELEASE";
            case COMMIT_STOCK -> "COMMIT";
            case SHIP_STOCK -> "SHIP";
            case CHARGE_PAYMENT -> "CHARGE";
            case CANCEL_PAYMENT -> "CANCEL";
            case REFUND_PAYMENT -> "REFUND";
            case ORDER_PLACED -> "PLACED";
            case ORDER_CONFIRMED -> "CONFIRMED";
            case ORDER_CANCELLED -> "CANCELLED";
            case DELIVERY_READY -> "READY";
            case ORDER_SHIPPED -> "SHIPPED";
            case ORDER_DELIVERED -> "DELIVERED";
        };
    }
}
