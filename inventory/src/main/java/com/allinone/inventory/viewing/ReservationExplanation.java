package com.allinone.inventory.viewing;

import com.allinone.http.operating.KeyMessages;
import com.allinone.inventory.domain.Pick;
import com.allinone.inventory.domain.Reservation.Allocated;
import com.allinone.inventory.domain.Reservation.Held;
import com.allinone.inventory.domain.Reservation.Rejected;
import com.allinone.inventory.domain.Reservation.Released;
import com.allinone.inventory.domain.Reservation.Sold;
import com.allinone.inventory.domain.ReservationRecords.Recorded;
import com.allinone.inventory.domain.Shortage;
import com.allinone.messaging.tracing.MessageTraces;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stock knows of an order, for operators.
 *
 * @param stage what became of its goods, in a sentence
 * @param lines what was taken and from where, also after it was given back
 * @param shortages what it was refused for
 * @param expiresAt when order should have decided; past it the goods stay held
 * @param remindedAt when order is reminded next
 */
@RegisterForReflection
public record ReservationExplanation(
        UUID orderId,
        String stage,
        Instant since,
        List<Line> lines,
        List<Missing> shortages,
        @Nullable Instant expiresAt,
        @Nullable Instant remindedAt,
        @Nullable String traceId,
        KeyMessages messages) {

    /** Units of a SKU from one warehouse. */
    @RegisterForReflection
    public record Line(String sku, String warehouse, long quantity) {

        static Line of(Pick pick) {
            return new Line(pick.shelf().sku().value(), pick.shelf().warehouse().code(), pick.quantity());
        }
    }

    /** A SKU of which there was not enough. */
    @RegisterForReflection
    public record Missing(String sku, long requested, long available) {

        static Missing of(Shortage shortage) {
            return new Missing(shortage.sku().value(), shortage.requested(), shortage.available());
        }
    }

    static ReservationExplanation of(Recorded recorded, KeyMessages messages) {
        var reservation = recorded.reservation();
        return new ReservationExplanation(
                reservation.orderId().value(),
                switch (reservation) {
                    case Held _ -> "HELD: kept until the order is confirmed or given up";
                    case Allocated _ -> "ALLOCATED: kept for a confirmed order";
                    case Sold _ -> "SOLD: gone to the shopper";
                    case Rejected(var _, var reason, var _) -> "REJECTED: " + reason;
                    case Released _ -> "RELEASED: nothing is held";
                },
                recorded.changedAt(),
                recorded.picks().stream().map(Line::of).toList(),
                reservation instanceof Rejected rejected
                        ? rejected.shortages().stream().map(Missing::of).toList()
                        : List.of(),
                switch (reservation) {
                    case Held held -> held.expiresAt();
                    case Allocated _, Sold _, Rejected _, Released _ -> null;
                },
                recorded.overdueAt().orElse(null),
                MessageTraces.traceId(recorded.traceparent().orElse(null)),
                messages);
    }
}
