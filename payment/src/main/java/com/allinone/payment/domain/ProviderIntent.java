package com.allinone.payment.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An intent as the provider lists it.
 *
 * @param order the order it was made for; null where it names none
 * @param received minor units that were taken
 * @param refunded minor units that were given back
 */
public record ProviderIntent(
        IntentId id,
        @Nullable OrderId order,
        String status,
        String currency,
        long received,
        long refunded,
        Instant created) {

    /** Whether the provider still has money of it. */
    boolean isKept() {
        return received > refunded;
    }

    /** Nothing is kept, and nothing can be taken any more: it says nothing to anybody who does not know it. */
    public boolean isOver() {
        return !isKept() && (status.equals("succeeded") || status.equals("canceled"));
    }
}
