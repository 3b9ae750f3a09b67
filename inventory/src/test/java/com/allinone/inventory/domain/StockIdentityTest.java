package com.allinone.inventory.domain;

import static com.allinone.inventory.domain.Goods.BUSAN;
import static com.allinone.inventory.domain.Goods.KETTLE;
import static com.allinone.inventory.domain.Goods.SEOUL;
import static com.allinone.inventory.domain.Goods.TEA;
import static com.allinone.inventory.domain.Goods.order;
import static com.allinone.inventory.domain.Goods.reserve;
import static com.allinone.inventory.domain.Goods.shelf;
import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.inventory.domain.AdjustmentOutcome.Adjusted;
import com.allinone.inventory.domain.Reservation.Allocated;
import com.allinone.inventory.domain.Reservation.Held;
import com.allinone.inventory.domain.Reservation.Sold;
import com.allinone.inventory.domain.Reservation.Taken;
import com.allinone.inventory.domain.StockCommand.Commit;
import com.allinone.inventory.domain.StockCommand.Release;
import com.allinone.inventory.domain.StockCommand.Ship;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens in whatever order and in whatever batches, every unit is in exactly one place. */
class StockIdentityTest {

    private final Map<ShelfId, Shelf> shelves = new HashMap<>();
    private final Map<OrderId, Reservation> reservations = new HashMap<>();

    @Property(tries = 2000)
    void everyUnitIsInExactlyOnePlace(@ForAll("batches") List<List<Step>> batches) {
        shelves.clear();
        reservations.clear();
        List.of(shelf(TEA, SEOUL, 3), shelf(TEA, BUSAN, 1), shelf(KETTLE, SEOUL, 1))
                .forEach(shelf -> shelves.put(shelf.id(), shelf));

        batches.forEach(this::run);

        shelves.values().forEach(this::assertThatItAddsUp);
    }

    private void run(List<Step> batch) {
        StockLedger ledger = new StockLedger(shelves.values(), reservations.values());
        for (Step step : batch) {
            switch (step) {
                case Step.Decide(StockCommand command) -> decide(ledger, command);
                case Step.Operate(ShelfId id, long delta) -> {
                    write(ledger);
                    if (AdjustmentOutcome.of(at(id), delta) instanceof Adjusted(Shelf adjusted)) {
                        shelves.put(id, adjusted);
                    }
                    ledger = new StockLedger(shelves.values(), reservations.values());
                }
            }
        }
        write(ledger);
    }

    private static void decide(StockLedger ledger, StockCommand command) {
        Collection<Shelf> before = ledger.changedShelves();
        try {
            ledger.decide(command);
        } catch (ImpossibleCommand e) {
            assertThat(ledger.changedShelves()).isEqualTo(before);
        }
    }

    private void write(StockLedger ledger) {
        ledger.changedShelves().forEach(shelf -> shelves.put(shelf.id(), shelf));
        ledger.changedReservations().forEach(reservation -> reservations.put(reservation.orderId(), reservation));
    }

    private Shelf at(ShelfId id) {
        return shelves.getOrDefault(id, Shelf.empty(id));
    }

    /** The identity itself is asserted by every shelf; here each stage is what the orders say it is. */
    private void assertThatItAddsUp(Shelf shelf) {
        assertThat(shelf.reserved()).isEqualTo(taken(shelf, Held.class));
        assertThat(shelf.allocated()).isEqualTo(taken(shelf, Allocated.class));
        assertThat(shelf.sold()).isEqualTo(taken(shelf, Sold.class));
        assertThat(shelf.available())
                .isNotNegative()
                .isEqualTo(shelf.received() - shelf.writtenOff() - shelf.reserved() - shelf.allocated() - shelf.sold());
    }

    private long taken(Shelf shelf, Class<? extends Taken> stage) {
        return reservations.values().stream()
                .filter(stage::isInstance)
                .map(stage::cast)
                .flatMap(taken -> taken.picks().stream())
                .filter(pick -> pick.shelf().equals(shelf.id()))
                .mapToLong(Pick::quantity)
                .sum();
    }

    @Provide
    Arbitrary<List<List<Step>>> batches() {
        return step().list().ofMaxSize(12).list().ofMaxSize(6);
    }

    private static Arbitrary<Step> step() {
        Arbitrary<OrderId> orders = Arbitraries.integers().between(1, 5).map(Goods::order);
        Arbitrary<Line> lines = Combinators.combine(
                        Arbitraries.of(TEA, KETTLE), Arbitraries.longs().between(1, 3))
                .as(Line::new);
        Arbitrary<StockCommand> reserves = Combinators.combine(
                        orders, lines.array(Line[].class).ofMinSize(1).ofMaxSize(3))
                .as((order, some) -> reserve(order, some));
        Arbitrary<Step> operations = Combinators.combine(
                        Arbitraries.of(TEA, KETTLE),
                        Arbitraries.of(SEOUL, BUSAN),
                        Arbitraries.longs().between(-3, 3).filter(delta -> delta != 0))
                .as((sku, warehouse, delta) -> new Step.Operate(new ShelfId(sku, warehouse), delta));
        return Arbitraries.oneOf(
                reserves.map(Step.Decide::new),
                orders.map(Release::new).map(Step.Decide::new),
                orders.map(Commit::new).map(Step.Decide::new),
                orders.map(Ship::new).map(Step.Decide::new),
                operations);
    }

    /** One thing that happens to stock. */
    sealed interface Step {

        record Decide(StockCommand command) implements Step {}

        record Operate(ShelfId shelf, long delta) implements Step {}
    }
}
