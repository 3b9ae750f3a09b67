package com.allinone.inventory.domain;

import com.allinone.inventory.domain.Reservation.Allocated;
import com.allinone.inventory.domain.Reservation.Held;
import com.allinone.inventory.domain.Reservation.Rejected;
import com.allinone.inventory.domain.Reservation.Released;
import com.allinone.inventory.domain.Reservation.Sold;
import com.allinone.inventory.domain.Reservation.Taken;
import com.allinone.inventory.domain.StockAnswer.StockRejected;
import com.allinone.inventory.domain.StockAnswer.StockReleased;
import com.allinone.inventory.domain.StockAnswer.StockReserved;
import com.allinone.inventory.domain.StockCommand.Commit;
import com.allinone.inventory.domain.StockCommand.Release;
import com.allinone.inventory.domain.StockCommand.Reserve;
import com.allinone.inventory.domain.StockCommand.Ship;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides a batch of commands in the order in which they arrived, against the shelves and reservations that the batch
 * has locked, and remembers what has to be written afterwards. Nothing else may change them meanwhile.
 */
public final class StockLedger {

    private final LockedShelves shelves;
    private final Map<OrderId, Reservation> reservations = new HashMap<>();
    private final Map<OrderId, Reservation> changed = new LinkedHashMap<>();

    /**
     * @param shelves every shelf of every SKU that a command of the batch touches
     * @param reservations what is known of the orders that the commands are about
     */
    public StockLedger(Collection<Shelf> shelves, Collection<? extends Reservation> reservations) {
        this.shelves = new LockedShelves(shelves);
        reservations.forEach(reservation -> this.reservations.put(reservation.orderId(), reservation));
    }

    /**
     * Decides one command.
     *
     * @return what order is told; nothing for a commit or a shipment, which order does not wait for
     * @throws ImpossibleCommand when no correct sender would send it now
     */
    public Optional<StockAnswer> decide(StockCommand command) {
        return switch (command) {
            case Reserve reserve -> Optional.of(reserve(reserve));
            case Release release -> Optional.of(release(release));
            case Commit commit -> {
                commit(commit);
                yield Optional.empty();
            }
            case Ship ship -> {
                ship(ship);
                yield Optional.empty();
            }
        };
    }

    public Collection<Shelf> changedShelves() {
        return shelves.changed();
    }

    public Collection<Reservation> changedReservations() {
        return List.copyOf(changed.values());
    }

    private StockAnswer reserve(Reserve reserve) {
        return switch (reservations.get(reserve.orderId())) {
            case null -> answer(take(reserve));
            case Taken taken
            when !asked(reserve, taken) -> throw new ImpossibleCommand(reserve, "other lines are reserved already");
            case Reservation known -> answer(known);
        };
    }

    private Reservation take(Reserve reserve) {
        Reservation decided = switch (shelves.choose(reserve.lines())) {
            case LockedShelves.Choice.Picked(List<Pick> picks) -> {
                shelves.change(picks, Shelf::hold);
                yield new Held(reserve.orderId(), picks, reserve.holdUntil());
            }
            case LockedShelves.Choice.Lacking(RejectionReason reason, List<Shortage> shortages) ->
                new Rejected(reserve.orderId(), reason, shortages);
        };
        become(decided);
        return decided;
    }

    private static boolean asked(Reserve reserve, Taken taken) {
        return reserve.lines().equals(taken.picks().stream().map(Pick::line).toList());
    }

    private static StockAnswer answer(Reservation reservation) {
        return switch (reservation) {
            case Taken taken -> new StockReserved(taken.orderId(), taken.expiresAt(), taken.picks());
            case Rejected rejected -> new StockRejected(rejected.orderId(), rejected.reason(), rejected.shortages());
            case Released released -> new StockRejected(released.orderId(), RejectionReason.RELEASED, List.of());
        };
    }

    private StockAnswer release(Release release) {
        switch (reservations.get(release.orderId())) {
            case null -> become(new Released(release.orderId()));
            case Held held -> {
                shelves.change(held.picks(), Shelf::freeHeld);
                become(held.released());
            }
            case Allocated allocated -> {
                shelves.change(allocated.picks(), Shelf::freeAllocated);
                become(allocated.released());
            }
            case Sold _ -> throw new ImpossibleCommand(release, "it was shipped");
            case Rejected _, Released _ -> {}
        }
        return new StockReleased(release.orderId());
    }

    private void commit(Commit commit) {
        switch (reservations.get(commit.orderId())) {
            case Held held -> {
                shelves.change(held.picks(), Shelf::allocate);
                become(held.allocated());
            }
            case Allocated _, Sold _ -> {}
            case null -> throw new ImpossibleCommand(commit, "it was never reserved");
            case Rejected _ -> throw new ImpossibleCommand(commit, "its reservation was rejected");
            case Released _ -> throw new ImpossibleCommand(commit, "it was released");
        }
    }

    private void ship(Ship ship) {
        switch (reservations.get(ship.orderId())) {
            case Allocated allocated -> {
                shelves.change(allocated.picks(), Shelf::sell);
                become(allocated.sold());
            }
            case Sold _ -> {}
            case null -> throw new ImpossibleCommand(ship, "it was never reserved");
            case Held _ -> throw new ImpossibleCommand(ship, "it is not confirmed");
            case Rejected _ -> throw new ImpossibleCommand(ship, "its reservation was rejected");
            case Released _ -> throw new ImpossibleCommand(ship, "it was released");
        }
    }

    private void become(Reservation reservation) {
        reservations.put(reservation.orderId(), reservation);
        changed.put(reservation.orderId(), reservation);
    }
}
