package com.allinone.order.view;

import com.allinone.order.domain.CancelReason;
import com.allinone.order.domain.Money;
import com.allinone.order.domain.Name;
import com.allinone.order.domain.OrderEvent;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderStatus;
import com.allinone.order.domain.PlacedOrder;
import com.allinone.order.domain.RecordedEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as its shopper sees it.
 *
 * @param reason why it is being, or was, given up
 * @param waitsFor what it needs to go on: stock, payment, refund or operator
 * @param version of the last entry of the timeline
 */
@RegisterForReflection
public record OrderView(
        UUID id,
        OrderStatus status,
        @Nullable CancelReason reason,
        @Nullable String waitsFor,
        Instant placedAt,
        Money total,
        @Nullable UUID addressId,
        List<Line> lines,
        int version,
        List<Entry> timeline) {

    public static OrderView of(OrderHistory history) {
        PlacedOrder order = history.order();
        return new OrderView(
                order.id().value(),
                history.status(),
                history.reason().orElse(null),
                history.status().waitsFor().orElse(null),
                order.placedAt(),
                order.total(),
                order.addressId(),
                order.lines().stream()
                        .map(line ->
                                new Line(line.sku(), line.name(), line.quantity(), line.unitPrice(), line.picture()))
                        .toList(),
                history.version(),
                history.events().stream().map(Entry::of).toList());
    }

    /** A line, as it was bought. */
    @RegisterForReflection
    public record Line(String sku, Name name, int quantity, Money unitPrice, String picture) {}

    /**
     * A step of an order's life.
     *
     * @param event what happened, as in {@code STOCK_RESERVED}
     * @param status of the order after it
     */
    @RegisterForReflection
    public record Entry(int version, Instant at, String event, OrderStatus status) {

        public static Entry of(RecordedEvent recorded) {
            return new Entry(recorded.version(), recorded.at(), name(recorded.event()), recorded.status());
        }

        /** What the timeline calls it. */
        public static String name(OrderEvent event) {
            return event.getClass()
                    .getSimpleName()
                    .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                    .toUpperCase(Locale.ROOT);
        }
    }
}
