package com.allinone.chaos.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One order that a shopper wants, however often it is asked for: one Idempotency-Key, and one address id that no other
 * attempt has, by which its order is known also where no answer came.
 */
public final class Attempt {
    private final int number;
    private final UUID key;
    private final UUID address;
    private final String card;
    private volatile @Nullable UUID order;
    private volatile int refusal;
    private volatile boolean unknown;
    private volatile @Nullable UUID otherOrder;
    private volatile boolean cancelled;
    private volatile boolean shipped;
    private volatile boolean delivered;

    public Attempt(int number, UUID key, UUID address, String card) {
        this.number = number;
        this.key = key;
        this.address = address;
        this.card = card;
    }

    public int number() {
        return number;
    }

    public UUID key() {
        return key;
    }

    /** What tells this attempt's order from every other. */
    public UUID address() {
        return address;
    }

    /** What is to be paid with. */
    public String card() {
        return card;
    }

    /** The order that was promised; null while none was. */
    public @Nullable UUID order() {
        return order;
    }

    /** Another order that was promised for the same key, which must never be. */
    public @Nullable UUID otherOrder() {
        return otherOrder;
    }

    public synchronized void accepted(UUID id) {
        var before = order;
        if (before == null) {
            order = id;
        } else if (!before.equals(id)) {
            otherOrder = id;
        }
    }

    /** Refused for good, with this status. */
    public void refused(int status) {
        refusal = status;
    }

    public boolean refused() {
        return refusal != 0 && order == null;
    }

    public int refusal() {
        return refusal;
    }

    /** Some request for it was not answered, or not with anything that says what happened. */
    public void unsure() {
        unknown = true;
    }

    public boolean everUnsure() {
        return unknown;
    }

    /** Neither accepted nor refused in the end. */
    public boolean unknown() {
        return order == null && refusal == 0;
    }

    /** The shop has promised that it will be cancelled. */
    public void cancelAccepted() {
        cancelled = true;
    }

    public boolean cancelled() {
        return cancelled;
    }

    public void shipAccepted() {
        shipped = true;
    }

    public boolean shipped() {
        return shipped;
    }

    public void deliverAccepted() {
        delivered = true;
    }

    public boolean delivered() {
        return delivered;
    }
}
