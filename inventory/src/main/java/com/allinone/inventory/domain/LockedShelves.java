package com.allinone.inventory.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The locked shelves of a batch, as they are after the commands decided so far. */
final class LockedShelves {

    private final Map<Sku, SortedMap<Warehouse, Shelf>> bySku = new HashMap<>();
    private final Map<ShelfId, Shelf> before = new HashMap<>();

    LockedShelves(Collection<Shelf> shelves) {
        shelves.forEach(shelf -> {
            before.put(shelf.id(), shelf);
            put(shelf);
        });
    }

    /** Where the lines would be taken from, or why not all of them can be. Changes nothing. */
    Choice choose(List<Line> lines) {
        List<Pick> picks = new ArrayList<>();
        List<Shortage> shortages = new ArrayList<>();
        boolean unknown = false;
        for (Line line : lines) {
            Collection<Shelf> shelves = of(line.sku());
            unknown |= shelves.isEmpty();
            leastThatIsEnough(shelves, line.quantity())
                    .ifPresentOrElse(
                            shelf -> picks.add(new Pick(shelf.id(), line.quantity())),
                            () -> shortages.add(new Shortage(line.sku(), line.quantity(), most(shelves))));
        }
        if (shortages.isEmpty()) {
            return new Choice.Picked(List.copyOf(picks));
        }
        return new Choice.Lacking(
                unknown ? RejectionReason.UNKNOWN_SKU : RejectionReason.OUT_OF_STOCK, List.copyOf(shortages));
    }

    void change(List<Pick> picks, Move move) {
        picks.forEach(pick -> put(move.apply(shelf(pick.shelf()), pick.quantity())));
    }

    /** What differs from before the batch, in locking order. */
    Collection<Shelf> changed() {
        return bySku.values().stream()
                .flatMap(shelves -> shelves.values().stream())
                .filter(shelf -> !shelf.equals(before.get(shelf.id())))
                .sorted(Comparator.comparing(Shelf::id))
                .toList();
    }

    /** Best fit: a large order needs a full shelf, so a small one does not break into it without need. */
    private static Optional<Shelf> leastThatIsEnough(Collection<Shelf> shelves, long quantity) {
        return shelves.stream()
                .filter(shelf -> shelf.available() >= quantity)
                .min(Comparator.comparingLong(Shelf::available).thenComparing(Shelf::id));
    }

    private static long most(Collection<Shelf> shelves) {
        return shelves.stream().mapToLong(Shelf::available).max().orElse(0);
    }

    private Collection<Shelf> of(Sku sku) {
        return bySku.getOrDefault(sku, new TreeMap<>()).values();
    }

    private Shelf shelf(ShelfId id) {
        SortedMap<Warehouse, Shelf> shelves = bySku.get(id.sku());
        Shelf shelf = shelves == null ? null : shelves.get(id.warehouse());
        if (shelf == null) {
            throw new IllegalStateException("Shelf " + id + " was not locked by this batch");
        }
        return shelf;
    }

    private void put(Shelf shelf) {
        bySku.computeIfAbsent(shelf.id().sku(), sku -> new TreeMap<>())
                .put(shelf.id().warehouse(), shelf);
    }

    /** Whether all lines can be taken. */
    sealed interface Choice {

        record Picked(List<Pick> picks) implements Choice {}

        record Lacking(RejectionReason reason, List<Shortage> shortages) implements Choice {}
    }

    /** Moves units of a shelf from one stage to another. */
    @FunctionalInterface
    interface Move {
        Shelf apply(Shelf shelf, long quantity);
    }
}
