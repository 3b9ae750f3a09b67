package com.allinone.order.domain;

import static com.allinone.order.domain.Difference.Kind.CAPTURED_THOUGH_CANCELLED;
import static com.allinone.order.domain.Difference.Kind.NOT_CAPTURED_THOUGH_CONFIRMED;
import static com.allinone.order.domain.Difference.Kind.NOT_REFUNDED_THOUGH_CANCELLED;
import static com.allinone.order.domain.Difference.Kind.PAYMENT_ANSWER_MISSING;
import static com.allinone.order.domain.Difference.Kind.PAYMENT_MISSING;
import static com.allinone.order.domain.Difference.Kind.PAYMENT_OPEN_THOUGH_CANCELLED;
import static com.allinone.order.domain.Difference.Kind.PAYMENT_TOO_EARLY;
import static com.allinone.order.domain.Difference.Kind.REFUNDED_THOUGH_OPEN;
import static com.allinone.order.domain.StockComparison.person;
import static com.allinone.order.domain.StockComparison.resend;

import com.allinone.order.domain.Books.Fate;
import com.allinone.order.domain.Books.OfOrder;
import com.allinone.order.domain.Books.OfPayment;
import com.allinone.order.domain.Books.OfStock;
import com.allinone.order.domain.Books.Stage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What payment should have for an order in each state, and what it means that it has something else. */
final class PaymentComparison {

    private PaymentComparison() {}

    static Optional<Difference> of(OfOrder order, @Nullable OfStock stock, @Nullable OfPayment payment) {
        Fate fate = payment == null ? null : payment.fate();
        return switch (order.status()) {
            case AWAITING_STOCK ->
                fate == null
                        ? Optional.empty()
                        : person(order, PAYMENT_TOO_EARLY, "no money was asked for and its payment is " + fate);
            case AWAITING_PAYMENT, AWAITING_PAYMENT_FATE -> awaited(order, fate);
            case RELEASING, CANCELLED -> givenUp(order, fate);
            case UNWINDING -> unwinding(order, stock != null && stock.stage() == Stage.RELEASED, fate);
            case REFUND_BY_HAND -> byHand(order, fate);
            case DELIVERY_READY, SHIPPED, DELIVERED -> paid(order, fate);
        };
    }

    private static Optional<Difference> awaited(OfOrder order, @Nullable Fate fate) {
        return switch (fate) {
            case null -> resend(order, PAYMENT_MISSING, "payment was asked and knows nothing of it");
            case REQUESTED, CREATED, CONFIRMING, CANCELLING -> Optional.empty();
            case COMPLETED, DECLINED ->
                resend(order, PAYMENT_ANSWER_MISSING, "its payment is " + fate + " and that was not heard");
            case REFUNDING, REFUNDED, REFUND_FAILED ->
                person(order, REFUNDED_THOUGH_OPEN, "nobody asked for its money back and its payment is " + fate);
        };
    }

    private static Optional<Difference> givenUp(OfOrder order, @Nullable Fate fate) {
        return switch (fate) {
            case null -> Optional.empty();
            case DECLINED, REFUNDED -> Optional.empty();
            case REQUESTED, CREATED, CONFIRMING, CANCELLING, REFUNDING ->
                person(order, PAYMENT_OPEN_THOUGH_CANCELLED, "its payment is still " + fate);
            case COMPLETED, REFUND_FAILED ->
                person(order, CAPTURED_THOUGH_CANCELLED, "its payment is " + fate + ": the money has to go back");
        };
    }

    private static Optional<Difference> unwinding(OfOrder order, boolean released, @Nullable Fate fate) {
        return switch (fate) {
            case null -> person(order, PAYMENT_MISSING, "its money was to be given back and there is no payment");
            case REQUESTED, CREATED, CONFIRMING, CANCELLING, DECLINED ->
                person(order, NOT_CAPTURED_THOUGH_CONFIRMED, "payment said completed and is " + fate);
            case COMPLETED ->
                resend(order, NOT_REFUNDED_THOUGH_CANCELLED, "payment was asked for the money back and has not begun");
            case REFUNDING -> Optional.empty();
            case REFUNDED ->
                released
                        ? resend(order, PAYMENT_ANSWER_MISSING, "money and goods are given back and that was not heard")
                        : Optional.empty();
            case REFUND_FAILED -> resend(order, PAYMENT_ANSWER_MISSING, "the refund has failed and that was not heard");
        };
    }

    private static Optional<Difference> byHand(OfOrder order, @Nullable Fate fate) {
        return switch (fate) {
            case null -> person(order, PAYMENT_MISSING, "a refund is to be settled and there is no payment");
            case REFUNDING, REFUND_FAILED -> Optional.empty();
            case REFUNDED -> resend(order, PAYMENT_ANSWER_MISSING, "the money is given back and that was not heard");
            case COMPLETED -> resend(order, NOT_REFUNDED_THOUGH_CANCELLED, "payment no longer knows of the refund");
            case REQUESTED, CREATED, CONFIRMING, CANCELLING, DECLINED ->
                person(order, NOT_CAPTURED_THOUGH_CONFIRMED, "payment said completed and is " + fate);
        };
    }

    private static Optional<Difference> paid(OfOrder order, @Nullable Fate fate) {
        return switch (fate) {
            case null -> person(order, PAYMENT_MISSING, "it is confirmed and there is no payment");
            case COMPLETED -> Optional.empty();
            case REFUNDING, REFUNDED, REFUND_FAILED ->
                person(order, REFUNDED_THOUGH_OPEN, "nobody asked for its money back and its payment is " + fate);
            case REQUESTED, CREATED, CONFIRMING, CANCELLING, DECLINED ->
                person(order, NOT_CAPTURED_THOUGH_CONFIRMED, "payment said completed and is " + fate);
        };
    }
}
