package com.allinone.inventory.domain;

import java.time.Instant;
import java.util.List;

/** What stock knows of one order. Each state holds its own data only, and has only the transitions that are legal. */
public sealed interface Reservation {

    OrderId orderId();

    /** The order has goods, in one stage or another; the lines and their shelves never change. */
    sealed interface Taken extends Reservation {

        List<Pick> picks();

        Instant expiresAt();
    }

    /** Kept while payment is open. Past the expiry it is overdue, and still held: only order frees it. */
    record Held(OrderId orderId, List<Pick> picks, Instant expiresAt) implements Taken {

        Allocated allocated() {
            return new Allocated(orderId, picks, expiresAt);
        }

        Released released() {
            return new Released(orderId);
        }
    }

    /** Kept for a confirmed order; never expires. */
    record Allocated(OrderId orderId, List<Pick> picks, Instant expiresAt) implements Taken {

        Sold sold() {
            return new Sold(orderId, picks, expiresAt);
        }

        Released released() {
            return new Released(orderId);
        }
    }

    /** Gone to the shopper; the end. */
    record Sold(OrderId orderId, List<Pick> picks, Instant expiresAt) implements Taken {}

    /** Refused once, refused for ever. */
    record Rejected(OrderId orderId, RejectionReason reason, List<Shortage> shortages) implements Reservation {}

    /** Given back, or released before it was ever reserved: a tombstone that refuses a late reservation. */
    record Released(OrderId orderId) implements Reservation {}
}
