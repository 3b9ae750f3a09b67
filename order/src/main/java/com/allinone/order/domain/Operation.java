package com.allinone.order.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operator's action on an order, and what came of it: who, what, when, why.
 *
 * @param id a UUIDv7, also in the message that carries the action out
 * @param action an {@link OperatorAction}, or {@code REPAIR_PROJECTION}
 * @param reason in the operator's words; null where none was asked for
 * @param answer null until the order's saga has taken it
 */
public record Operation(
        UUID id,
        OrderId order,
        String action,
        @Nullable String reason,
        UUID operator,
        Instant askedAt,
        @Nullable Answer answer) {

    public static final String REPAIR_PROJECTION = "REPAIR_PROJECTION";

    public Operation answered(Outcome outcome, String detail, Instant at) {
        return new Operation(id, order, action, reason, operator, askedAt, new Answer(outcome, detail, at));
    }

    /** What came of an action. */
    public enum Outcome {
        DONE,
        /** It was so already. */
        NOTHING_TO_DO,
        /** The order is in a state in which it cannot be; nothing was changed. */
        REFUSED
    }

    /**
     * What came of it.
     *
     * @param detail a sentence for the operator
     */
    public record Answer(Outcome outcome, String detail, Instant at) {}
}
