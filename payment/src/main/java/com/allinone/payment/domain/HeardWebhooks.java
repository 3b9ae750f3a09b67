package com.allinone.payment.domain;

import java.time.Instant;

/**
 * Remembers which webhook deliveries were heard, for longer than a signature is believed.
 *
 * @param <T> the open transaction
 */
public interface HeardWebhooks<T> {

    /** Whether this event is heard for the first time. */
    boolean first(T transaction, String event, Instant now);
}
