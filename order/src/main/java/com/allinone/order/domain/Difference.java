package com.allinone.order.domain;

/**
 * Something that two books say differently and that did not pass by itself.
 *
 * @param subject the order; or the provider's intent, where no order is known
 * @param explanation a sentence for whoever has to settle it
 * @param resend whether sending the commands of the order's state again can settle it; anything else is for a person
 */
public record Difference(String subject, Kind kind, String explanation, boolean resend) {

    /** What differs. */
    public enum Kind {
        /** The order counts on a reservation and inventory knows of none. */
        RESERVATION_MISSING,
        /** Inventory has decided, and the order has not heard of it. */
        STOCK_ANSWER_MISSING,
        /** The order is open and its goods are not held. */
        NOT_HELD_THOUGH_OPEN,
        /** The order is open and its goods are allocated or sold already. */
        ALLOCATED_THOUGH_NOT_CONFIRMED,
        /** The order is given up and its goods are kept. */
        HELD_THOUGH_CANCELLED,
        /** The order is given up and its goods are gone. */
        SOLD_THOUGH_CANCELLED,
        /** The order is confirmed and its goods are not allocated. */
        NOT_ALLOCATED_THOUGH_CONFIRMED,
        /** The order is not shipped and its goods are sold. */
        SOLD_THOUGH_NOT_SHIPPED,
        /** The order is shipped and its goods are not sold. */
        NOT_SOLD_THOUGH_SHIPPED,
        /** Other goods are kept than were ordered. */
        QUANTITY_DIFFERS,
        /** Inventory keeps goods for an order that does not exist. */
        ORPHAN_RESERVATION,
        /** The order counts on a payment and there is none. */
        PAYMENT_MISSING,
        /** Payment has decided, and the order has not heard of it. */
        PAYMENT_ANSWER_MISSING,
        /** The order has not asked for money and there is a payment. */
        PAYMENT_TOO_EARLY,
        /** The order is given up and its payment is not settled. */
        PAYMENT_OPEN_THOUGH_CANCELLED,
        /** The order is given up and its money is kept. */
        CAPTURED_THOUGH_CANCELLED,
        /** The order is given up, its money was to be given back, and nobody has begun. */
        NOT_REFUNDED_THOUGH_CANCELLED,
        /** The order is confirmed, or was, and its money was not taken. */
        NOT_CAPTURED_THOUGH_CONFIRMED,
        /** The money went back and the order did not ask for that. */
        REFUNDED_THOUGH_OPEN,
        /** The payment is not of what the order costs. */
        AMOUNT_DIFFERS,
        /** There is a payment for an order that does not exist. */
        ORPHAN_PAYMENT,
        // From here on payment has compared: itself, its ledger and its provider.
        LEDGER_NOT_ZERO,
        LEDGER_DIFFERS_FROM_PAYMENT,
        CAPTURED_AT_PROVIDER_ONLY,
        CAPTURED_HERE_ONLY,
        PROVIDER_AMOUNT_DIFFERS,
        PROVIDER_REFUND_DIFFERS,
        INTENT_UNKNOWN_TO_PROVIDER,
        UNKNOWN_INTENT_AT_PROVIDER,
        DUPLICATE_CHARGES,
        /** Payment has found what this version has no word for. */
        OTHER_IN_PAYMENT
    }

    /** The same thing seen twice is equal in this. */
    public String key() {
        return kind + " " + subject;
    }
}
