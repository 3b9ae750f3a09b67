package com.allinone.order.domain;

import static com.allinone.order.domain.FulfilmentMessage.CANCEL_PAYMENT;
import static com.allinone.order.domain.FulfilmentMessage.CHARGE_PAYMENT;
import static com.allinone.order.domain.FulfilmentMessage.COMMIT_STOCK;
import static com.allinone.order.domain.FulfilmentMessage.REFUND_PAYMENT;
import static com.allinone.order.domain.FulfilmentMessage.RELEASE_STOCK;
import static com.allinone.order.domain.FulfilmentMessage.RESERVE_STOCK;
import static com.allinone.order.domain.FulfilmentMessage.SHIP_STOCK;
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
import com.allinone.order.domain.FulfilmentStep.Refused;
import com.allinone.order.domain.OrderEvent.PaymentCompleted;
import com.allinone.order.domain.OrderEvent.PaymentDeclined;
import com.allinone.order.domain.OrderEvent.PaymentRefunded;
import com.allinone.order.domain.OrderEvent.RefundFailed;
import com.allinone.order.domain.OrderEvent.StockRejected;
import com.allinone.order.domain.OrderEvent.StockReleased;
import com.allinone.order.domain.OrderEvent.StockReserved;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each state counts on, and that asking again can do no harm. */
class WaitTest {

    private static final CancelReason WISH = CancelReason.CANCELLED_BY_SHOPPER;

    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of(new AwaitingStock(), List.of(RESERVE_STOCK)),
                Arguments.of(new AwaitingPayment(), List.of(CHARGE_PAYMENT)),
                Arguments.of(new AwaitingPaymentFate(WISH), List.of(CANCEL_PAYMENT)),
                Arguments.of(new Confirmed(), List.of(COMMIT_STOCK)),
                Arguments.of(new Releasing(WISH), List.of(RELEASE_STOCK)),
                Arguments.of(new Unwinding(WISH, false, false), List.of(REFUND_PAYMENT, RELEASE_STOCK)),
                Arguments.of(new Unwinding(WISH, true, false), List.of(RELEASE_STOCK)),
                Arguments.of(new Unwinding(WISH, false, true), List.of(REFUND_PAYMENT)),
                Arguments.of(new RefundByHand(WISH, false), List.of(REFUND_PAYMENT, RELEASE_STOCK)),
                Arguments.of(new RefundByHand(WISH, true), List.of(REFUND_PAYMENT)),
                Arguments.of(new Cancelled(WISH), List.of(RELEASE_STOCK)),
                Arguments.of(new Cancelled(CancelReason.OUT_OF_STOCK), List.of(RELEASE_STOCK)),
                Arguments.of(new Shipped(), List.of(COMMIT_STOCK, SHIP_STOCK)),
                Arguments.of(new Delivered(), List.of(COMMIT_STOCK, SHIP_STOCK)));
    }

    @ParameterizedTest
    @MethodSource("states")
    void aStateCountsOnTheseCommands(Fulfilment state, List<FulfilmentMessage> commands) {
        assertThat(Wait.of(state).commands()).isEqualTo(commands);
        assertThat(Wait.of(state).sentence()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("states")
    void noAnswerToWhatIsSentAgainIsImpossible(Fulfilment state, List<FulfilmentMessage> commands) {
        commands.stream()
                .flatMap(command -> answers(command).stream())
                .forEach(answer -> assertThat(state.on(answer)).isNotInstanceOf(Refused.class));
    }

    @ParameterizedTest
    @MethodSource("states")
    void whoeverHasToAnswerIsAskedAgain(Fulfilment state, List<FulfilmentMessage> commands) {
        List<Class<?>> answered = commands.stream()
                .flatMap(command -> answers(command).stream())
                .<Class<?>>map(Object::getClass)
                .toList();
        assertThat(Wait.events(state).stream()
                        .map(Object::getClass)
                        .filter(event -> !event.getSimpleName().startsWith("Marked")))
                .allSatisfy(awaited -> assertThat(answered).contains(awaited));
    }

    private static List<OrderEvent> answers(FulfilmentMessage command) {
        return switch (command) {
            case RESERVE_STOCK -> List.of(new StockReserved(), new StockRejected(""));
            case RELEASE_STOCK -> List.of(new StockReleased());
            case CHARGE_PAYMENT, CANCEL_PAYMENT -> List.of(new PaymentCompleted(), new PaymentDeclined(""));
            case REFUND_PAYMENT -> List.of(new PaymentRefunded(), new RefundFailed(""));
            case COMMIT_STOCK,
                    SHIP_STOCK,
                    ORDER_PLACED,
                    ORDER_CONFIRMED,
                    ORDER_CANCELLED,
                    DELIVERY_READY,
                    ORDER_SHIPPED,
                    ORDER_DELIVERED -> List.of();
        };
    }
}
