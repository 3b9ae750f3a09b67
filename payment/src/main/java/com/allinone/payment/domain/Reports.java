package com.allinone.payment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reports that order asked for and has no answer to yet.
 *
 * @param <T> the open transaction
 */
public interface Reports<T> {

    /** Keeps a question; the same one asked twice is one. */
    void ask(T transaction, Report report, @Nullable String trace, Instant now);

    /**
     * Takes the longest waiting one that can be answered: the provider's list was read since it was asked, or it has
     * waited for longer than the patience. No other transaction takes it as well, and it is gone when this one commits.
     */
    Optional<Waiting> take(T transaction, Instant now, Duration patience);

    /** The books of the range, in the order of ids; a few more than an answer holds where there are more. */
    Sheet read(T transaction, Report report);

    /**
     * A question that can be answered.
     *
     * @param providerSeenAt when the provider's list began to be read; null where it was not
     */
    record Waiting(
            Report report, @Nullable String trace, @Nullable Instant providerSeenAt) {}

    /**
     * What is known of a range.
     *
     * @param intents those of the range's orders, in the order of the orders
     * @param homeless intents that name no order and were made while the range's orders were placed
     */
    record Sheet(List<BookPage> pages, List<ProviderIntent> intents, List<ProviderIntent> homeless) {}
}
