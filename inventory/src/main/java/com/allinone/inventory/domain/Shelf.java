package com.allinone.inventory.domain;

/**
 * The stock of one SKU in one warehouse, in units.
 *
 * <p>Every unit that came in and was not written off is in exactly one place: free to be ordered, reserved for an
 * order whose fate is open, allocated to a confirmed order, or sold. A shelf for which that does not hold cannot be
 * made; the table has the same constraint.
 *
 * @param version counts what operators did (receipts, adjustments). Orders do not change it: an adjustment is an
 *     amount, so it stays right while the shop sells, and must not be refused because of it
 */
public record Shelf(
        ShelfId id,
        long received,
        long writtenOff,
        long available,
        long reserved,
        long allocated,
        long sold,
        long version) {

    public Shelf {
        boolean negative = received < 0 || writtenOff < 0 || available < 0 || reserved < 0 || allocated < 0 || sold < 0;
        if (negative || available + reserved + allocated + sold != received - writtenOff) {
            throw new UnsoundShelf("Shelf " + id + " does not add up: received " + received + ", written off "
                    + writtenOff + ", available " + available + ", reserved " + reserved + ", allocated " + allocated
                    + ", sold " + sold);
        }
    }

    /** A shelf that nothing was ever put on. */
    public static Shelf empty(ShelfId id) {
        return new Shelf(id, 0, 0, 0, 0, 0, 0, 0);
    }

    public Shelf receive(long quantity) {
        Quantity.checked(quantity);
        return new Shelf(
                id, received + quantity, writtenOff, available + quantity, reserved, allocated, sold, version + 1);
    }

    /** Takes broken or lost units out. Only free units can be: what is kept for an order is there. */
    public Shelf writeOff(long quantity) {
        Quantity.checked(quantity);
        return new Shelf(
                id, received, writtenOff + quantity, available - quantity, reserved, allocated, sold, version + 1);
    }

    Shelf hold(long quantity) {
        return moved(-quantity, quantity, 0, 0);
    }

    Shelf freeHeld(long quantity) {
        return moved(quantity, -quantity, 0, 0);
    }

    Shelf allocate(long quantity) {
        return moved(0, -quantity, quantity, 0);
    }

    Shelf freeAllocated(long quantity) {
        return moved(quantity, 0, -quantity, 0);
    }

    Shelf sell(long quantity) {
        return moved(0, 0, -quantity, quantity);
    }

    private Shelf moved(long toAvailable, long toReserved, long toAllocated, long toSold) {
        return new Shelf(
                id,
                received,
                writtenOff,
                available + toAvailable,
                reserved + toReserved,
                allocated + toAllocated,
                sold + toSold,
                version);
    }
}
