package com.allinone.inventory.adjusting;

import com.allinone.http.problems.Problem;
import com.allinone.http.problems.Problems;
import com.allinone.http.versions.Versions;
import com.allinone.inventory.domain.Adjustment;
import com.allinone.inventory.domain.AdjustmentOutcome;
import com.allinone.inventory.domain.AdjustmentOutcome.Adjusted;
import com.allinone.inventory.domain.AdjustmentOutcome.Refused;
import com.allinone.inventory.domain.Adjustments;
import com.allinone.inventory.domain.Shelf;
import com.allinone.inventory.domain.Shelves;
import com.allinone.inventory.domain.Sku;
import com.allinone.messaging.sql.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Locks the SKU, checks that the operator has seen its newest version, corrects one shelf and keeps who did it. */
@ApplicationScoped
class Adjusting {

    private static final Logger LOG = Logger.getLogger(Adjusting.class);

    private final Shelves<Transaction> shelves;
    private final Adjustments<Transaction> adjustments;
    private final Clock clock;

    Adjusting(Shelves<Transaction> shelves, Adjustments<Transaction> adjustments, Clock clock) {
        this.shelves = shelves;
        this.adjustments = adjustments;
        this.clock = clock;
    }

    AdjustedView adjust(Transaction transaction, Sku sku, long seen, NewAdjustment wanted, UUID operator) {
        List<Shelf> locked = shelves.lock(transaction, List.of(sku));
        long current = locked.stream().mapToLong(Shelf::version).sum();
        Shelf shelf = locked.stream()
                .filter(each -> each.id().warehouse().equals(wanted.place()))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("SKU " + sku + " in warehouse " + wanted.place()));
        if (seen != current) {
            throw Versions.stale(seen, current);
        }
        return switch (AdjustmentOutcome.of(shelf, wanted.delta())) {
            case Refused(long available) -> throw tooMuch(shelf, wanted.delta(), available);
            case Adjusted(Shelf adjusted) -> {
                keep(transaction, adjusted, wanted, operator);
                yield AdjustedView.of(adjusted, current + 1);
            }
        };
    }

    private void keep(Transaction transaction, Shelf shelf, NewAdjustment wanted, UUID operator) {
        shelves.write(transaction, List.of(shelf));
        adjustments.add(
                transaction,
                new Adjustment(shelf.id(), shelf.version(), wanted.delta(), wanted.why(), clock.instant(), operator));
        transaction.afterCommit(() -> LOG.infof("Stock was adjusted, shelf=%s delta=%d", shelf.id(), wanted.delta()));
    }

    private static Problem tooMuch(Shelf shelf, long delta, long available) {
        return Problem.of(
                        409,
                        "write-off-exceeds-available",
                        "Only " + available + " of " + shelf.id().sku() + " are free in "
                                + shelf.id().warehouse()
                                + "; what orders hold cannot be written off, so at most " + available + " can, not "
                                + -delta)
                .with("available", available);
    }
}
