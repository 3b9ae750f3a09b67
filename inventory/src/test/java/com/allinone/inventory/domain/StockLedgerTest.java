package com.allinone.inventory.domain;

import static com.allinone.inventory.domain.Goods.BUSAN;
import static com.allinone.inventory.domain.Goods.KETTLE;
import static com.allinone.inventory.domain.Goods.LATER;
import static com.allinone.inventory.domain.Goods.SEOUL;
import static com.allinone.inventory.domain.Goods.TEA;
import static com.allinone.inventory.domain.Goods.order;
import static com.allinone.inventory.domain.Goods.pick;
import static com.allinone.inventory.domain.Goods.reserve;
import static com.allinone.inventory.domain.Goods.shelf;
import static com.allinone.inventory.domain.Goods.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.inventory.domain.Reservation.Held;
import com.allinone.inventory.domain.Reservation.Rejected;
import com.allinone.inventory.domain.Reservation.Released;
import com.allinone.inventory.domain.Reservation.Sold;
import com.allinone.inventory.domain.StockAnswer.StockRejected;
import com.allinone.inventory.domain.StockAnswer.StockReleased;
import com.allinone.inventory.domain.StockAnswer.StockReserved;
import com.allinone.inventory.domain.StockCommand.Commit;
import com.allinone.inventory.domain.StockCommand.Release;
import com.allinone.inventory.domain.StockCommand.Reserve;
import com.allinone.inventory.domain.StockCommand.Ship;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StockLedgerTest {

    private static final OrderId ORDER = order(1);
    private static final StockReserved TWO_TEAS_RESERVED =
            new StockReserved(ORDER, LATER, List.of(pick(SEOUL, 2, TEA)));

    private static StockLedger ledger(Shelf... shelves) {
        return new StockLedger(List.of(shelves), List.of());
    }

    @Test
    void holdsEveryLineOfAnOrder() {
        StockLedger ledger = ledger(shelf(TEA, SEOUL, 5), shelf(KETTLE, SEOUL, 1));

        assertThat(ledger.decide(reserve(ORDER, units(2, TEA), units(1, KETTLE))))
                .contains(new StockReserved(ORDER, LATER, List.of(pick(SEOUL, 1, KETTLE), pick(SEOUL, 2, TEA))));

        assertThat(ledger.changedShelves())
                .containsExactly(
                        shelf(KETTLE, SEOUL, 1).hold(1), shelf(TEA, SEOUL, 5).hold(2));
        assertThat(ledger.changedReservations())
                .containsExactly(new Held(ORDER, List.of(pick(SEOUL, 1, KETTLE), pick(SEOUL, 2, TEA)), LATER));
    }

    @Test
    void holdsNothingWhenOneLineIsShort() {
        StockLedger ledger = ledger(shelf(TEA, SEOUL, 5), shelf(KETTLE, SEOUL, 1));
        List<Shortage> shortages = List.of(new Shortage(KETTLE, 2, 1));

        assertThat(ledger.decide(reserve(ORDER, units(2, TEA), units(2, KETTLE))))
                .contains(new StockRejected(ORDER, RejectionReason.OUT_OF_STOCK, shortages));

        assertThat(ledger.changedShelves()).isEmpty();
        assertThat(ledger.changedReservations())
                .containsExactly(new Rejected(ORDER, RejectionReason.OUT_OF_STOCK, shortages));
    }

    @Test
    void saysThatASkuIsUnknownEvenWhenAnotherLineIsShort() {
        assertThat(ledger(shelf(TEA, SEOUL, 1)).decide(reserve(ORDER, units(2, TEA), units(1, KETTLE))))
                .contains(new StockRejected(
                        ORDER,
                        RejectionReason.UNKNOWN_SKU,
                        List.of(new Shortage(KETTLE, 1, 0), new Shortage(TEA, 2, 1))));
    }

    @Test
    void neverSplitsALineBetweenWarehouses() {
        assertThat(ledger(shelf(TEA, SEOUL, 3), shelf(TEA, BUSAN, 2)).decide(reserve(ORDER, units(4, TEA))))
                .contains(new StockRejected(ORDER, RejectionReason.OUT_OF_STOCK, List.of(new Shortage(TEA, 4, 3))));
    }

    @Test
    void takesALineFromTheShelfThatItEmptiesMost() {
        StockLedger ledger = ledger(shelf(TEA, SEOUL, 9), shelf(TEA, BUSAN, 2));

        assertThat(ledger.decide(reserve(ORDER, units(2, TEA))))
                .contains(new StockReserved(ORDER, LATER, List.of(pick(BUSAN, 2, TEA))));
        assertThat(ledger.decide(reserve(order(2), units(9, TEA))))
                .contains(new StockReserved(order(2), LATER, List.of(pick(SEOUL, 9, TEA))));
    }

    @Test
    void linesOfOneSkuAreOneLine() {
        assertThat(ledger(shelf(TEA, SEOUL, 3)).decide(reserve(ORDER, units(2, TEA), units(2, TEA))))
                .contains(new StockRejected(ORDER, RejectionReason.OUT_OF_STOCK, List.of(new Shortage(TEA, 4, 3))));
    }

    @Test
    void aThousandBuyersOfOneUnitAreOneOrder() {
        StockLedger ledger = ledger(shelf(TEA, SEOUL, 1));

        List<StockAnswer> answers = IntStream.rangeClosed(1, 1000)
                .mapToObj(number -> ledger.decide(reserve(order(number), units(1, TEA))))
                .flatMap(Optional::stream)
                .toList();

        assertThat(answers)
                .hasSize(1000)
                .filteredOn(StockReserved.class::isInstance)
                .hasSize(1);
        assertThat(answers.getFirst()).isInstanceOf(StockReserved.class);
    }

    @Test
    void repeatsItsAnswerWithoutASecondHold() {
        StockLedger ledger = ledger(shelf(TEA, SEOUL, 5));

        assertThat(ledger.decide(reserve(ORDER, units(2, TEA)))).contains(TWO_TEAS_RESERVED);
        assertThat(ledger.decide(reserve(ORDER, units(2, TEA)))).contains(TWO_TEAS_RESERVED);

        assertThat(ledger.changedShelves()).containsExactly(shelf(TEA, SEOUL, 5).hold(2));
    }

    @Test
    void repeatsARejectionAlsoWhenThereIsStockAgain() {
        Rejected rejected = new Rejected(ORDER, RejectionReason.OUT_OF_STOCK, List.of(new Shortage(TEA, 2, 0)));
        StockLedger ledger = new StockLedger(List.of(shelf(TEA, SEOUL, 5)), List.of(rejected));

        assertThat(ledger.decide(reserve(ORDER, units(2, TEA))))
                .contains(new StockRejected(ORDER, rejected.reason(), rejected.shortages()));
        assertThat(ledger.changedShelves()).isEmpty();
    }

    @Test
    void refusesASecondReservationOfOtherLines() {
        StockLedger ledger = ledger(shelf(TEA, SEOUL, 5));
        ledger.decide(reserve(ORDER, units(2, TEA)));

        assertThatThrownBy(() -> ledger.decide(reserve(ORDER, units(3, TEA)))).isInstanceOf(ImpossibleCommand.class);
    }

    @Test
    void releaseGivesAHoldBack() {
        StockLedger ledger = ledger(shelf(TEA, SEOUL, 2));
        ledger.decide(reserve(ORDER, units(2, TEA)));

        assertThat(ledger.decide(new Release(ORDER))).contains(new StockReleased(ORDER));

        assertThat(ledger.changedShelves()).isEmpty();
        assertThat(ledger.decide(reserve(order(2), units(2, TEA)))).containsInstanceOf(StockReserved.class);
    }

    @Test
    void releaseGivesAnAllocationBack() {
        StockLedger ledger = ledger(shelf(TEA, SEOUL, 2));
        ledger.decide(reserve(ORDER, units(2, TEA)));
        ledger.decide(new Commit(ORDER));

        assertThat(ledger.decide(new Release(ORDER))).contains(new StockReleased(ORDER));

        assertThat(ledger.changedShelves()).isEmpty();
        assertThat(ledger.changedReservations()).containsExactly(new Released(ORDER));
    }

    @Test
    void releaseIsAlwaysAnswered() {
        Rejected rejected = new Rejected(order(2), RejectionReason.UNKNOWN_SKU, List.of());
        Released released = new Released(order(3));
        StockLedger ledger = new StockLedger(List.of(), List.of(rejected, released));

        assertThat(IntStream.rangeClosed(1, 3).mapToObj(number -> ledger.decide(new Release(order(number)))))
                .containsExactly(
                        Optional.of(new StockReleased(order(1))),
                        Optional.of(new StockReleased(order(2))),
                        Optional.of(new StockReleased(order(3))));
    }

    @Test
    void aReleaseThatOvertakesItsReservationLeavesATombstone() {
        StockLedger ledger = ledger(shelf(TEA, SEOUL, 5));
        ledger.decide(new Release(ORDER));

        assertThat(ledger.decide(reserve(ORDER, units(2, TEA))))
                .contains(new StockRejected(ORDER, RejectionReason.RELEASED, List.of()));

        assertThat(ledger.changedShelves()).isEmpty();
        assertThat(ledger.changedReservations()).containsExactly(new Released(ORDER));
    }

    @Test
    void commitAllocatesAndShippingSells() {
        StockLedger ledger = ledger(shelf(TEA, SEOUL, 5));
        ledger.decide(reserve(ORDER, units(2, TEA)));

        assertThat(ledger.decide(new Commit(ORDER))).isEmpty();
        assertThat(ledger.changedShelves())
                .containsExactly(shelf(TEA, SEOUL, 5).hold(2).allocate(2));

        assertThat(ledger.decide(new Ship(ORDER))).isEmpty();
        assertThat(ledger.changedShelves())
                .containsExactly(shelf(TEA, SEOUL, 5).hold(2).allocate(2).sell(2));
        assertThat(ledger.changedReservations()).containsExactly(new Sold(ORDER, List.of(pick(SEOUL, 2, TEA)), LATER));
    }

    @Test
    void aSecondCommitOrShipmentChangesNothing() {
        StockLedger ledger = ledger(shelf(TEA, SEOUL, 5));
        ledger.decide(reserve(ORDER, units(2, TEA)));
        ledger.decide(new Commit(ORDER));
        ledger.decide(new Commit(ORDER));
        ledger.decide(new Ship(ORDER));
        ledger.decide(new Ship(ORDER));
        ledger.decide(new Commit(ORDER));

        assertThat(ledger.decide(reserve(ORDER, units(2, TEA)))).contains(TWO_TEAS_RESERVED);
        assertThat(ledger.changedShelves())
                .containsExactly(shelf(TEA, SEOUL, 5).hold(2).allocate(2).sell(2));
    }

    @Test
    void whatWasShippedCannotBeReleased() {
        StockLedger ledger = ledger(shelf(TEA, SEOUL, 5));
        ledger.decide(reserve(ORDER, units(2, TEA)));
        ledger.decide(new Commit(ORDER));
        ledger.decide(new Ship(ORDER));

        assertThatThrownBy(() -> ledger.decide(new Release(ORDER)))
                .isInstanceOf(ImpossibleCommand.class)
                .hasMessageContaining("it was shipped");
    }

    @Test
    void whatIsNotHeldCannotBeCommittedOrShipped() {
        Rejected rejected = new Rejected(order(2), RejectionReason.UNKNOWN_SKU, List.of());
        Released released = new Released(order(3));
        StockLedger ledger = new StockLedger(List.of(), List.of(rejected, released));

        for (int number = 1; number <= 3; number++) {
            OrderId order = order(number);
            assertThatThrownBy(() -> ledger.decide(new Commit(order))).isInstanceOf(ImpossibleCommand.class);
            assertThatThrownBy(() -> ledger.decide(new Ship(order))).isInstanceOf(ImpossibleCommand.class);
        }
    }

    @Test
    void anUnconfirmedOrderCannotBeShipped() {
        StockLedger ledger = ledger(shelf(TEA, SEOUL, 5));
        ledger.decide(reserve(ORDER, units(2, TEA)));

        assertThatThrownBy(() -> ledger.decide(new Ship(ORDER))).isInstanceOf(ImpossibleCommand.class);
    }

    @Test
    void aReservationHasAtLeastOneAndAtMostAThousandLines() {
        List<Line> tooMany = Collections.nCopies(Reserve.MOST_LINES + 1, units(1, TEA));

        assertThatThrownBy(() -> new Reserve(ORDER, List.of(), LATER)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reserve(ORDER, tooMany, LATER)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Reserve(ORDER, tooMany.subList(1, tooMany.size()), LATER).lines())
                .containsExactly(units(Reserve.MOST_LINES, TEA));
    }
}
