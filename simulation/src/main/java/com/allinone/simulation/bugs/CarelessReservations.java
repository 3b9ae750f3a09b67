package com.allinone.simulation.bugs;

import com.allinone.inventory.domain.OrderId;
import com.allinone.inventory.domain.Reservation;
import com.allinone.inventory.domain.Reservations;
import com.allinone.inventory.domain.Shelves;
import com.allinone.inventory.domain.StockCommand.Release;
import com.allinone.inventory.domain.StockLedger;
import com.allinone.messaging.sql.Transaction;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reservations that do what others do; what is wrong with them is what a subclass changes. */
class CarelessReservations implements Reservations<Transaction> {

    final Reservations<Transaction> reservations;

    CarelessReservations(Reservations<Transaction> reservations) {
        this.reservations = reservations;
    }

    @Override
    public List<Reservation> lock(Transaction transaction, Collection<OrderId> orders) {
        return reservations.lock(transaction, orders);
    }

    @Override
    public void write(
            Transaction transaction,
            Collection<Reservation> changed,
            Function<OrderId, @Nullable String> traceparents) {
        reservations.write(transaction, changed, traceparents);
    }

    @Override
    public List<OverdueHold> overdue(Transaction transaction, Instant now, Instant next, int most) {
        return reservations.overdue(transaction, now, next, most);
    }

    /** A hold that is overdue is freed by inventory itself. */
    static final class FreeingTheOverdue extends CarelessReservations {

        private final Shelves<Transaction> shelves;

        FreeingTheOverdue(Reservations<Transaction> reservations, Shelves<Transaction> shelves) {
            super(reservations);
            this.shelves = shelves;
        }

        @Override
        public List<OverdueHold> overdue(Transaction transaction, Instant now, Instant next, int most) {
            List<OverdueHold> holds = reservations.overdue(transaction, now, next, most);
            for (OverdueHold hold : holds) {
                OrderId order = hold.overdue().orderId();
                List<Reservation> known = lock(transaction, List.of(order));
                StockLedger ledger = new StockLedger(
                        shelves.lock(
                                transaction,
                                known.stream()
                                        .filter(Reservation.Taken.class::isInstance)
                                        .flatMap(each -> ((Reservation.Taken) each).picks().stream())
                                        .map(pick -> pick.shelf().sku())
                                        .toList()),
                        known);
                ledger.decide(new Release(order));
                shelves.write(transaction, ledger.changedShelves());
                write(transaction, ledger.changedReservations(), none -> null);
            }
            return holds;
        }
    }
}
