package com.allinone.simulation.bugs;

import com.allinone.messaging.outbox.OutboxEntry;
import java.util.List;
import java.util.UUID;

/** What order says when its saga has a transition wrong. */
final class Misspoken {

    private Misspoken() {}

    static List<OutboxEntry> without(OutboxEntry entry, String type) {
        return entry.type().equals(type) ? List.of() : List.of(entry);
    }

    /** With each cancel of a payment, the stock as well. */
    static List<OutboxEntry> releaseWithTheCancel(OutboxEntry entry) {
        if (!entry.type().equals("payment.cancel.v1")) {
            return List.of(entry);
        }
        UUID id = entry.messageId();
        return List.of(
                entry,
                new OutboxEntry(
                        new UUID(id.getMostSignificantBits(), Long.rotateLeft(id.getLeastSignificantBits(), 32)),
                        "inventory.commands",
                        entry.key(),
                        "stock.release.v1",
                        entry.body(),
                        null,
                        null,
                        entry.recordedAt()));
    }
}
