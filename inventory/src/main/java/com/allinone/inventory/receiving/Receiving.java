package com.allinone.inventory.receiving;

import com.allinone.inventory.domain.Line;
import com.allinone.inventory.domain.Receipt;
import com.allinone.inventory.domain.Receipts;
import com.allinone.inventory.domain.ShelfId;
import com.allinone.inventory.domain.Shelves;
import com.allinone.messaging.sql.Transaction;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Puts a delivery on its shelves and into the books. */
@ApplicationScoped
class Receiving {

    private static final Logger LOG = Logger.getLogger(Receiving.class);

    private final Shelves<Transaction> shelves;
    private final Receipts<Transaction> receipts;
    private final Clock clock;

    Receiving(Shelves<Transaction> shelves, Receipts<Transaction> receipts, Clock clock) {
        this.shelves = shelves;
        this.receipts = receipts;
        this.clock = clock;
    }

    Receipt receive(Transaction transaction, NewReceipt wanted, UUID operator) {
        Receipt receipt = wanted.receipt(
                UuidCreator.getTimeOrderedEpoch(), clock.instant().truncatedTo(ChronoUnit.MICROS), operator);
        Map<ShelfId, Long> quantities = receipt.lines().stream()
                .collect(Collectors.toMap(line -> new ShelfId(line.sku(), receipt.warehouse()), Line::quantity));
        shelves.write(
                transaction,
                shelves.lockOrMake(transaction, quantities.keySet()).stream()
                        .map(shelf -> shelf.receive(quantities.getOrDefault(shelf.id(), 0L)))
                        .toList());
        receipts.add(transaction, receipt);
        transaction.afterCommit(() -> LOG.infof(
                "Delivery was received, receiptId=%s warehouse=%s lines=%d",
                receipt.id(), receipt.warehouse(), receipt.lines().size()));
        return receipt;
    }
}
