package com.allinone.inventory.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What stands on record of reservations, for reading: nothing is locked. */
public interface ReservationRecords {

    Optional<Recorded> of(OrderId order);

    /**
     * A reservation with its times.
     *
     * @param picks what was taken and from which shelf, also after it was given back
     * @param changedAt when it came into its stage
     * @param overdueAt when order is reminded of it next; empty unless it is held
     * @param traceparent the trace that it began in
     */
    record Recorded(
            Reservation reservation,
            List<Pick> picks,
            Instant changedAt,
            Optional<Instant> overdueAt,
            Optional<String> traceparent) {}
}
