package com.allinone.inventory.receiving;

import com.allinone.inventory.domain.Line;
import com.allinone.inventory.domain.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A delivery that is in the books. */
public record ReceiptView(UUID id, String warehouse, Instant receivedAt, List<ReceivedLine> lines) {

    static ReceiptView of(Receipt receipt) {
        return new ReceiptView(
                receipt.id(),
                receipt.warehouse().code(),
                receipt.receivedAt(),
                receipt.lines().stream().map(ReceivedLine::of).toList());
    }

    /** So many of one SKU. */
    public record ReceivedLine(String sku, long quantity) {

        static ReceivedLine of(Line line) {
            return new ReceivedLine(line.sku().value(), line.quantity());
        }
    }
}
