package com.allinone.payment.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/**
 * Remembers which webhook deliveries were heard, for longer than a signature is believed.
 *
 * @param <T> the open transaction
 */
public interface HeardWebhooks<T> {

    /** Those of these events that are heard for the first time. */
    Set<String> first(T transaction, Collection<String> events, Instant now);
}
