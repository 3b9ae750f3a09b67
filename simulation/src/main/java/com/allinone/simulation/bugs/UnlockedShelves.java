package com.allinone.simulation.bugs;

import com.allinone.inventory.domain.Shelf;
import com.allinone.inventory.domain.ShelfId;
import com.allinone.inventory.domain.Shelves;
import com.allinone.inventory.domain.Sku;
import com.allinone.messaging.sql.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Shelves that are read where they should be locked. */
record UnlockedShelves(Shelves<Transaction> shelves) implements Shelves<Transaction> {

    @Override
    public List<Shelf> of(Transaction transaction, Sku sku) {
        return shelves.of(transaction, sku);
    }

    @Override
    public List<Shelf> lock(Transaction transaction, Collection<Sku> skus) {
        return new TreeSet<>(skus)
                .stream().flatMap(sku -> of(transaction, sku).stream()).toList();
    }

    @Override
    public List<Shelf> lockOrMake(Transaction transaction, Collection<ShelfId> ids) {
        return shelves.lockOrMake(transaction, ids);
    }

    @Override
    public void write(Transaction transaction, Collection<Shelf> changed) {
        shelves.write(transaction, changed);
    }
}
