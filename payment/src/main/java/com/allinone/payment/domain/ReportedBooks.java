package com.allinone.payment.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link Report}: all payments of the range, and what was found to differ.
 *
 * @param coveredUntil the first order id that nothing is said about
 * @param providerSeenAt when the provider's list began to be read; null where the provider was of no help
 */
public record ReportedBooks(
        Report asked,
        OrderId coveredUntil,
        @Nullable Instant providerSeenAt,
        List<Entry> payments,
        List<Finding> findings) {

    /** The most payments in one answer. */
    public static final int MOST = 500;
    /** The most intents that one answer looks at; of findings there are at most as many again. */
    public static final int MOST_INTENTS = 1_000;

    /**
     * A payment and what the ledger says of it.
     *
     * @param captured minor units
     * @param refunded minor units
     */
    public record Entry(Payment payment, long captured, long refunded) {}
}
