package com.allinone.inventory.domain;

/** What became of an operator's correction of a shelf. */
public sealed interface AdjustmentOutcome {

    /** The shelf as it is now. */
    record Adjusted(Shelf shelf) implements AdjustmentOutcome {}

    /** More would be written off than is free; what orders hold is not the operator's to take. */
    record Refused(long available) implements AdjustmentOutcome {}

    /**
     * Corrects a shelf by so many units: found ones are positive and count as received, lost or broken ones are
     * negative.
     *
     * @param delta not 0, at most {@link Quantity#MOST} either way
     */
    static AdjustmentOutcome of(Shelf shelf, long delta) {
        if (delta > 0) {
            return new Adjusted(shelf.receive(delta));
        }
        return -delta > shelf.available() ? new Refused(shelf.available()) : new Adjusted(shelf.writeOff(-delta));
    }
}
