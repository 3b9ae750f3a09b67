package com.allinone.payment.working;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How payments are worked on. */
@ConfigMapping(prefix = "payment.worker")
public interface WorkerConfig {

    /** How many payments one replica works on at once. */
    @WithDefault("32")
    int concurrency();

    /** How long a payment belongs to a worker; longer than all its provider calls can take together. */
    @WithDefault("PT45S")
    Duration lease();

    /** How often it looks for due payments when nobody wakes it. */
    @WithDefault("PT1S")
    Duration poll();

    /** The first wait after the provider was of no help. */
    @WithDefault("PT0.2S")
    Duration backoff();

    /** The longest such wait; it never gives up. */
    @WithDefault("PT30S")
    Duration longestBackoff();
}
