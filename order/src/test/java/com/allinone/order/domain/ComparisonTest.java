package com.allinone.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.order.domain.Books.Fate;
import com.allinone.order.domain.Books.OfOrder;
import com.allinone.order.domain.Books.OfPayment;
import com.allinone.order.domain.Books.OfStock;
import com.allinone.order.domain.Books.Stage;
import com.allinone.order.domain.Difference.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What differs, for every state of an order and everything that the others may have. A {@code +} says that the state's
 * commands are sent again, a {@code !} that it is for a person, a dot that nothing differs.
 */
class ComparisonTest {

    private static final OrderId ORDER = new OrderId(UUID.fromString("01936f1e-7c1a-7000-8000-0123456789ab"));
    private static final Money PRICE = new Money(58_000, "KRW");
    private static final Map<String, Long> MUGS = Map.of("MUG-CELADON-01", 2L);

    @ParameterizedTest
    @CsvSource({
        // state               none                   HELD                             ALLOCATED
        // SOLD                              REJECTED                          RELEASED
        "AWAITING_STOCK,        +RESERVATION_MISSING,  +STOCK_ANSWER_MISSING,           !ALLOCATED_THOUGH_NOT_CONFIRMED,  !ALLOCATED_THOUGH_NOT_CONFIRMED,  +STOCK_ANSWER_MISSING,            +STOCK_ANSWER_MISSING",
        "AWAITING_PAYMENT,      !RESERVATION_MISSING,  .,                               !ALLOCATED_THOUGH_NOT_CONFIRMED,  !ALLOCATED_THOUGH_NOT_CONFIRMED,  !NOT_HELD_THOUGH_OPEN,            !NOT_HELD_THOUGH_OPEN",
        "AWAITING_PAYMENT_FATE, !RESERVATION_MISSING,  .,                               !ALLOCATED_THOUGH_NOT_CONFIRMED,  !ALLOCATED_THOUGH_NOT_CONFIRMED,  !NOT_HELD_THOUGH_OPEN,            !NOT_HELD_THOUGH_OPEN",
        "RELEASING,             +RESERVATION_MISSING,  +HELD_THOUGH_CANCELLED,          +HELD_THOUGH_CANCELLED,           !SOLD_THOUGH_CANCELLED,           +STOCK_ANSWER_MISSING,            +STOCK_ANSWER_MISSING",
        "UNWINDING,             +RESERVATION_MISSING,  +HELD_THOUGH_CANCELLED,          +HELD_THOUGH_CANCELLED,           !SOLD_THOUGH_CANCELLED,           .,                                .",
        "REFUND_BY_HAND,        +RESERVATION_MISSING,  +HELD_THOUGH_CANCELLED,          +HELD_THOUGH_CANCELLED,           !SOLD_THOUGH_CANCELLED,           .,                                .",
        "CANCELLED,             +RESERVATION_MISSING,  +HELD_THOUGH_CANCELLED,          +HELD_THOUGH_CANCELLED,           !SOLD_THOUGH_CANCELLED,           .,                                .",
        "DELIVERY_READY,        !RESERVATION_MISSING,  +NOT_ALLOCATED_THOUGH_CONFIRMED, .,                                !SOLD_THOUGH_NOT_SHIPPED,         !NOT_ALLOCATED_THOUGH_CONFIRMED,  !NOT_ALLOCATED_THOUGH_CONFIRMED",
        "SHIPPED,               !RESERVATION_MISSING,  +NOT_SOLD_THOUGH_SHIPPED,        +NOT_SOLD_THOUGH_SHIPPED,         .,                                !NOT_SOLD_THOUGH_SHIPPED,         !NOT_SOLD_THOUGH_SHIPPED",
        "DELIVERED,             !RESERVATION_MISSING,  +NOT_SOLD_THOUGH_SHIPPED,        +NOT_SOLD_THOUGH_SHIPPED,         .,                                !NOT_SOLD_THOUGH_SHIPPED,         !NOT_SOLD_THOUGH_SHIPPED"
    })
    void whatInventoryShouldHave(
            OrderStatus status,
            String none,
            String held,
            String allocated,
            String sold,
            String rejected,
            String released) {
        List<String> expected = List.of(none, held, allocated, sold, rejected, released);

        List<String> found = Stream.concat(
                        Stream.of(Optional.<Stage>empty()),
                        Arrays.stream(Stage.values()).map(Optional::of))
                .map(stage -> words(
                        StockComparison.of(order(status), stage.map(this::stock).orElse(null))))
                .toList();

        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // state               none               open (4 states)                   DECLINED
        // COMPLETED                       REFUNDING                       REFUNDED                  REFUND_FAILED
        "AWAITING_STOCK,        .,                 !PAYMENT_TOO_EARLY,               !PAYMENT_TOO_EARLY,             !PAYMENT_TOO_EARLY,             !PAYMENT_TOO_EARLY,             !PAYMENT_TOO_EARLY,       !PAYMENT_TOO_EARLY",
        "AWAITING_PAYMENT,      +PAYMENT_MISSING,  .,                                +PAYMENT_ANSWER_MISSING,        +PAYMENT_ANSWER_MISSING,        !REFUNDED_THOUGH_OPEN,          !REFUNDED_THOUGH_OPEN,    !REFUNDED_THOUGH_OPEN",
        "AWAITING_PAYMENT_FATE, +PAYMENT_MISSING,  .,                                +PAYMENT_ANSWER_MISSING,        +PAYMENT_ANSWER_MISSING,        !REFUNDED_THOUGH_OPEN,          !REFUNDED_THOUGH_OPEN,    !REFUNDED_THOUGH_OPEN",
        "RELEASING,             .,                 !PAYMENT_OPEN_THOUGH_CANCELLED,   .,                              !CAPTURED_THOUGH_CANCELLED,     !PAYMENT_OPEN_THOUGH_CANCELLED, .,                        !CAPTURED_THOUGH_CANCELLED",
        "UNWINDING,             !PAYMENT_MISSING,  !NOT_CAPTURED_THOUGH_CONFIRMED,   !NOT_CAPTURED_THOUGH_CONFIRMED, +NOT_REFUNDED_THOUGH_CANCELLED, .,                              +PAYMENT_ANSWER_MISSING,  +PAYMENT_ANSWER_MISSING",
        "REFUND_BY_HAND,        !PAYMENT_MISSING,  !NOT_CAPTURED_THOUGH_CONFIRMED,   !NOT_CAPTURED_THOUGH_CONFIRMED, +NOT_REFUNDED_THOUGH_CANCELLED, .,                              +PAYMENT_ANSWER_MISSING,  .",
        "CANCELLED,             .,                 !PAYMENT_OPEN_THOUGH_CANCELLED,   .,                              !CAPTURED_THOUGH_CANCELLED,     !PAYMENT_OPEN_THOUGH_CANCELLED, .,                        !CAPTURED_THOUGH_CANCELLED",
        "DELIVERY_READY,        !PAYMENT_MISSING,  !NOT_CAPTURED_THOUGH_CONFIRMED,   !NOT_CAPTURED_THOUGH_CONFIRMED, .,                              !REFUNDED_THOUGH_OPEN,          !REFUNDED_THOUGH_OPEN,    !REFUNDED_THOUGH_OPEN",
        "SHIPPED,               !PAYMENT_MISSING,  !NOT_CAPTURED_THOUGH_CONFIRMED,   !NOT_CAPTURED_THOUGH_CONFIRMED, .,                              !REFUNDED_THOUGH_OPEN,          !REFUNDED_THOUGH_OPEN,    !REFUNDED_THOUGH_OPEN",
        "DELIVERED,             !PAYMENT_MISSING,  !NOT_CAPTURED_THOUGH_CONFIRMED,   !NOT_CAPTURED_THOUGH_CONFIRMED, .,                              !REFUNDED_THOUGH_OPEN,          !REFUNDED_THOUGH_OPEN,    !REFUNDED_THOUGH_OPEN"
    })
    void whatPaymentShouldHave(
            OrderStatus status,
            String none,
            String open,
            String declined,
            String completed,
            String refunding,
            String refunded,
            String refundFailed) {
        List<String> expected =
                List.of(none, open, open, open, open, declined, completed, refunding, refunded, refundFailed);

        List<String> found = Stream.concat(
                        Stream.of(Optional.<Fate>empty()),
                        Arrays.stream(Fate.values()).map(Optional::of))
                .map(fate -> words(PaymentComparison.of(
                        order(status),
                        stock(Stage.RELEASED),
                        fate.map(this::payment).orElse(null))))
                .toList();

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void moneyThatIsBackIsAnAnswerMissingOnlyOnceTheGoodsAreBackToo() {
        assertThat(PaymentComparison.of(order(OrderStatus.UNWINDING), stock(Stage.HELD), payment(Fate.REFUNDED)))
                .isEmpty();
    }

    @Test
    void otherGoodsThanOrderedDiffer() {
        var found = Comparison.of(
                order(OrderStatus.DELIVERY_READY),
                new OfStock(Stage.ALLOCATED, Map.of("MUG-CELADON-01", 3L)),
                payment(Fate.COMPLETED));

        assertThat(found).extracting(Difference::kind).containsExactly(Kind.QUANTITY_DIFFERS);
    }

    @Test
    void anotherAmountThanItCostsDiffers() {
        var found = Comparison.of(
                order(OrderStatus.DELIVERY_READY),
                stock(Stage.ALLOCATED),
                new OfPayment(Fate.COMPLETED, new Money(58_001, "KRW")));

        assertThat(found).extracting(Difference::kind).containsExactly(Kind.AMOUNT_DIFFERS);
    }

    @Test
    void goodsThatWereGivenBackHaveNoQuantities() {
        assertThat(Comparison.of(
                        order(OrderStatus.CANCELLED), new OfStock(Stage.RELEASED, Map.of()), payment(Fate.REFUNDED)))
                .isEmpty();
    }

    @Test
    void aCancelThatOvertookItsChargeHasNoAmount() {
        assertThat(Comparison.of(
                        order(OrderStatus.CANCELLED), stock(Stage.RELEASED), new OfPayment(Fate.DECLINED, null)))
                .isEmpty();
    }

    /** What is sent again is only ever what the state counts on anyway, so the kinds that say so are few. */
    @Test
    void onlyWhatTheOthersWillAnswerAgainIsSentAgain() {
        Set<Kind> resent = new TreeSet<>();
        for (OrderStatus status : OrderStatus.values()) {
            for (Difference difference : everything(order(status))) {
                if (difference.resend()) {
                    resent.add(difference.kind());
                }
            }
        }

        assertThat(resent)
                .containsExactly(
                        Kind.RESERVATION_MISSING,
                        Kind.STOCK_ANSWER_MISSING,
                        Kind.HELD_THOUGH_CANCELLED,
                        Kind.NOT_ALLOCATED_THOUGH_CONFIRMED,
                        Kind.NOT_SOLD_THOUGH_SHIPPED,
                        Kind.PAYMENT_MISSING,
                        Kind.PAYMENT_ANSWER_MISSING,
                        Kind.NOT_REFUNDED_THOUGH_CANCELLED);
    }

    private List<Difference> everything(OfOrder order) {
        List<Difference> found = new ArrayList<>(Comparison.of(order, null, null));
        for (Stage stage : Stage.values()) {
            for (Fate fate : Fate.values()) {
                found.addAll(Comparison.of(order, stock(stage), payment(fate)));
            }
        }
        return found;
    }

    private OfStock stock(Stage stage) {
        return new OfStock(stage, MUGS);
    }

    private OfPayment payment(Fate fate) {
        return new OfPayment(fate, PRICE);
    }

    private static OfOrder order(OrderStatus status) {
        return new OfOrder(ORDER, status, PRICE, MUGS, Samples.NOON);
    }

    private static String words(Optional<Difference> difference) {
        return difference.stream()
                .map(each -> (each.resend() ? "+" : "!") + each.kind())
                .collect(Collectors.joining())
                .transform(text -> text.isEmpty() ? "." : text);
    }
}
