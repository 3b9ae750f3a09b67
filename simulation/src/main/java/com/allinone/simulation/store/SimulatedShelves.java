package com.allinone.simulation.store;

import com.allinone.inventory.domain.Shelf;
import com.allinone.inventory.domain.ShelfId;
import com.allinone.inventory.domain.Shelves;
import com.allinone.inventory.domain.Sku;
import com.allinone.messaging.sql.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeSet;

/** Shelves as a table; the shelf itself refuses to be one that does not add up. */
public final class SimulatedShelves implements Shelves<Transaction> {

    private final Table<ShelfId, Shelf> shelves = new Table<>();

    @Override
    public List<Shelf> of(Transaction transaction, Sku sku) {
        OpenTransaction open = Database.of(transaction);
        return keys(open, List.of(sku)).stream()
                .map(id -> Objects.requireNonNull(shelves.get(open, id)))
                .toList();
    }

    @Override
    public List<Shelf> lock(Transaction transaction, Collection<Sku> skus) {
        OpenTransaction open = Database.of(transaction);
        return List.copyOf(shelves.lock(open, keys(open, skus)).values());
    }

    @Override
    public List<Shelf> lockOrMake(Transaction transaction, Collection<ShelfId> ids) {
        OpenTransaction open = Database.of(transaction);
        new TreeSet<>(ids).forEach(id -> shelves.insert(open, id, Shelf.empty(id)));
        Database.of(transaction);
        return List.copyOf(shelves.lock(open, ids).values());
    }

    @Override
    public void write(Transaction transaction, Collection<Shelf> changed) {
        OpenTransaction open = Database.of(transaction);
        changed.forEach(shelf -> shelves.put(open, shelf.id(), shelf));
    }

    /** Every shelf there is. */
    public NavigableMap<ShelfId, Shelf> everything() {
        return shelves.committed();
    }

    private List<ShelfId> keys(OpenTransaction open, Collection<Sku> skus) {
        return shelves.where(open, (id, shelf) -> skus.contains(id.sku()));
    }
}
