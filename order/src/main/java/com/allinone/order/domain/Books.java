package com.allinone.order.domain;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each service's books say of an order, as far as it is compared. */
public final class Books {

    private Books() {}

    /**
     * Our own.
     *
     * @param lines ordered units by SKU
     * @param movedAt when it last advanced
     */
    public record OfOrder(OrderId id, OrderStatus status, Money total, Map<String, Long> lines, Instant movedAt) {}

    /**
     * Inventory's.
     *
     * @param lines units by SKU that are taken for the order; none where nothing is
     */
    public record OfStock(Stage stage, Map<String, Long> lines) {}

    /** How far inventory has gone. */
    public enum Stage {
        HELD,
        ALLOCATED,
        SOLD,
        REJECTED,
        RELEASED
    }

    /**
     * Payment's.
     *
     * @param money what was asked for; null where a cancel overtook its charge
     */
    public record OfPayment(Fate fate, @Nullable Money money) {}

    /** How far payment has gone. */
    public enum Fate {
        REQUESTED,
        CREATED,
        CONFIRMING,
        CANCELLING,
        DECLINED,
        COMPLETED,
        REFUNDING,
        REFUNDED,
        REFUND_FAILED
    }
}
