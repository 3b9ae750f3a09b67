package com.allinone.payment.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What stands on record of payments, for reading: nothing is locked. */
public interface PaymentRecords {

    Optional<Recorded> of(OrderId order);

    /**
     * A payment with all that is kept about it.
     *
     * @param intent the provider's, also where the state no longer says so
     * @param dueAt when a worker looks at it next; empty where nothing is to be done
     * @param failures how often in a row the provider was of no help
     * @param traceparent the trace that it began in
     */
    record Recorded(
            Payment payment,
            Optional<String> intent,
            Instant requestedAt,
            Instant changedAt,
            Optional<Instant> dueAt,
            int failures,
            Optional<String> traceparent,
            Trail trail,
            List<Booked> ledger,
            List<Settlement> settlements) {}

    /** A line of the ledger and when it was booked. */
    record Booked(LedgerEntry entry, Instant at) {}
}
