package com.allinone.payment.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A worker's claim on a payment.
 *
 * @param until when another worker may take it
 * @param failures how often in a row the provider was of no help
 * @param trace W3C traceparent of the order's trace
 */
public record Lease(
        Payment payment,
        Instant until,
        int failures,
        @Nullable String trace) {}
