package com.allinone.order.domain;

import static com.allinone.order.domain.Difference.Kind.AMOUNT_DIFFERS;
import static com.allinone.order.domain.Difference.Kind.ORPHAN_PAYMENT;
import static com.allinone.order.domain.Difference.Kind.ORPHAN_RESERVATION;
import static com.allinone.order.domain.Difference.Kind.QUANTITY_DIFFERS;

import com.allinone.order.domain.Books.OfOrder;
import com.allinone.order.domain.Books.OfPayment;
import com.allinone.order.domain.Books.OfStock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares what the services say of one order; a pure function. What is merely on its way is seen twice, too. */
public final class Comparison {

    private Comparison() {}

    /** What differs. {@code stock} and {@code payment} are null where their owner knows nothing of the order. */
    public static List<Difference> of(OfOrder order, @Nullable OfStock stock, @Nullable OfPayment payment) {
        List<Difference> found = new ArrayList<>();
        StockComparison.of(order, stock).ifPresent(found::add);
        PaymentComparison.of(order, stock, payment).ifPresent(found::add);
        quantities(order, stock).ifPresent(found::add);
        amounts(order, payment).ifPresent(found::add);
        return found;
    }

    /** Goods are kept for an order that we never took. */
    public static Difference orphan(OrderId order, OfStock stock) {
        return new Difference(
                order.toString(),
                ORPHAN_RESERVATION,
                "Inventory has a reservation (" + stock.stage() + ") and there is no such order",
                false);
    }

    /** There is a payment for an order that we never took. */
    public static Difference orphan(OrderId order, OfPayment payment) {
        return new Difference(
                order.toString(),
                ORPHAN_PAYMENT,
                "There is a payment (" + payment.fate() + ") and there is no such order",
                false);
    }

    private static Optional<Difference> quantities(OfOrder order, @Nullable OfStock stock) {
        if (stock == null || !isTaken(stock.stage()) || stock.lines().equals(order.lines())) {
            return Optional.empty();
        }
        return Optional.of(new Difference(
                order.id().toString(),
                QUANTITY_DIFFERS,
                "Ordered are " + shortened(order.lines()) + ", and inventory keeps " + shortened(stock.lines()),
                false));
    }

    private static Optional<Difference> amounts(OfOrder order, @Nullable OfPayment payment) {
        Money asked = payment == null ? null : payment.money();
        if (asked == null || asked.equals(order.total())) {
            return Optional.empty();
        }
        return Optional.of(new Difference(
                order.id().toString(),
                AMOUNT_DIFFERS,
                "The order costs " + words(order.total()) + " and the payment is of " + words(asked),
                false));
    }

    private static boolean isTaken(Books.Stage stage) {
        return switch (stage) {
            case HELD, ALLOCATED, SOLD -> true;
            case REJECTED, RELEASED -> false;
        };
    }

    private static String words(Money money) {
        return money.amount() + " " + money.currency();
    }

    private static String shortened(Object lines) {
        String text = lines.toString();
        return text.length() > 150 ? text.substring(0, 150) + "…" : text;
    }
}
