package com.allinone.inventory.domain;

import java.util.Collection;
import java.util.List;

/**
 * All shelves there are.
 *
 * @param <T> an open transaction; nothing is read or written outside one
 */
public interface Shelves<T> {

    /** Every shelf of the SKU, by warehouse, as last committed; no lock. */
    List<Shelf> of(T transaction, Sku sku);

    /** Locks every shelf of the SKUs until the transaction ends, in the order of {@link ShelfId}. */
    List<Shelf> lock(T transaction, Collection<Sku> skus);

    /** Locks these shelves in the order of {@link ShelfId}; one that was never there comes into being, empty. */
    List<Shelf> lockOrMake(T transaction, Collection<ShelfId> shelves);

    /** Writes shelves that this transaction has locked. */
    void write(T transaction, Collection<Shelf> shelves);
}
