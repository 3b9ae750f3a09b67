package com.allinone.order.domain;

import static com.allinone.order.domain.Difference.Kind.ALLOCATED_THOUGH_NOT_CONFIRMED;
import static com.allinone.order.domain.Difference.Kind.HELD_THOUGH_CANCELLED;
import static com.allinone.order.domain.Difference.Kind.NOT_ALLOCATED_THOUGH_CONFIRMED;
import static com.allinone.order.domain.Difference.Kind.NOT_HELD_THOUGH_OPEN;
import static com.allinone.order.domain.Difference.Kind.NOT_SOLD_THOUGH_SHIPPED;
import static com.allinone.order.domain.Difference.Kind.RESERVATION_MISSING;
import static com.allinone.order.domain.Difference.Kind.SOLD_THOUGH_CANCELLED;
import static com.allinone.order.domain.Difference.Kind.SOLD_THOUGH_NOT_SHIPPED;
import static com.allinone.order.domain.Difference.Kind.STOCK_ANSWER_MISSING;

import com.allinone.order.domain.Books.OfOrder;
import com.allinone.order.domain.Books.OfStock;
import com.allinone.order.domain.Books.Stage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What inventory should have for an order in each state, and what it means that it has something else. */
final class StockComparison {

    private StockComparison() {}

    static Optional<Difference> of(OfOrder order, @Nullable OfStock stock) {
        Stage stage = stock == null ? null : stock.stage();
        return switch (order.status()) {
            case AWAITING_STOCK -> awaitingStock(order, stage);
            case AWAITING_PAYMENT, AWAITING_PAYMENT_FATE -> held(order, stage);
            case RELEASING -> releasing(order, stage);
            case UNWINDING, REFUND_BY_HAND, CANCELLED -> givenUp(order, stage);
            case DELIVERY_READY -> allocated(order, stage);
            case SHIPPED, DELIVERED -> sold(order, stage);
        };
    }

    private static Optional<Difference> awaitingStock(OfOrder order, @Nullable Stage stage) {
        return switch (stage) {
            case null ->
                resend(order, RESERVATION_MISSING, "inventory was asked to hold goods and knows nothing of it");
            case HELD, REJECTED, RELEASED ->
                resend(order, STOCK_ANSWER_MISSING, "inventory has decided (" + stage + ") and was not heard");
            case ALLOCATED, SOLD -> person(order, ALLOCATED_THOUGH_NOT_CONFIRMED, "its goods are " + stage);
        };
    }

    private static Optional<Difference> held(OfOrder order, @Nullable Stage stage) {
        return switch (stage) {
            case null -> person(order, RESERVATION_MISSING, "inventory said that goods are held and knows of none");
            case HELD -> Optional.empty();
            case REJECTED, RELEASED -> person(order, NOT_HELD_THOUGH_OPEN, "its reservation is " + stage);
            case ALLOCATED, SOLD -> person(order, ALLOCATED_THOUGH_NOT_CONFIRMED, "its goods are " + stage);
        };
    }

    private static Optional<Difference> releasing(OfOrder order, @Nullable Stage stage) {
        return switch (stage) {
            case null -> resend(order, RESERVATION_MISSING, "inventory was asked to give goods back and knows of none");
            case HELD, ALLOCATED -> resend(order, HELD_THOUGH_CANCELLED, "its goods are still " + stage);
            case REJECTED, RELEASED ->
                resend(order, STOCK_ANSWER_MISSING, "its goods are given back and that was not heard");
            case SOLD -> person(order, SOLD_THOUGH_CANCELLED, "its goods are sold");
        };
    }

    private static Optional<Difference> givenUp(OfOrder order, @Nullable Stage stage) {
        return switch (stage) {
            case null -> resend(order, RESERVATION_MISSING, "inventory has nothing that would refuse a late hold");
            case HELD, ALLOCATED -> resend(order, HELD_THOUGH_CANCELLED, "its goods are still " + stage);
            case REJECTED, RELEASED -> Optional.empty();
            case SOLD -> person(order, SOLD_THOUGH_CANCELLED, "its goods are sold");
        };
    }

    private static Optional<Difference> allocated(OfOrder order, @Nullable Stage stage) {
        return switch (stage) {
            case null -> person(order, RESERVATION_MISSING, "it is paid and inventory has nothing for it");
            case HELD -> resend(order, NOT_ALLOCATED_THOUGH_CONFIRMED, "its goods are only held");
            case ALLOCATED -> Optional.empty();
            case REJECTED, RELEASED ->
                person(order, NOT_ALLOCATED_THOUGH_CONFIRMED, "it is paid and its reservation is " + stage);
            case SOLD -> person(order, SOLD_THOUGH_NOT_SHIPPED, "its goods are sold");
        };
    }

    private static Optional<Difference> sold(OfOrder order, @Nullable Stage stage) {
        return switch (stage) {
            case null -> person(order, RESERVATION_MISSING, "it is shipped and inventory has nothing for it");
            case HELD, ALLOCATED -> resend(order, NOT_SOLD_THOUGH_SHIPPED, "its goods are only " + stage);
            case SOLD -> Optional.empty();
            case REJECTED, RELEASED -> person(order, NOT_SOLD_THOUGH_SHIPPED, "its reservation is " + stage);
        };
    }

    static Optional<Difference> resend(OfOrder order, Difference.Kind kind, String why) {
        return difference(order, kind, why, true);
    }

    static Optional<Difference> person(OfOrder order, Difference.Kind kind, String why) {
        return difference(order, kind, why, false);
    }

    private static Optional<Difference> difference(OfOrder order, Difference.Kind kind, String why, boolean resend) {
        return Optional.of(
                new Difference(order.id().toString(), kind, "The order is " + order.status() + ": " + why, resend));
    }
}
