package com.allinone.payment.working;

import com.allinone.payment.domain.Bounds;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How payments are worked on. */
@ConfigMapping(prefix = "payment.worker")
public interface WorkerConfig {

    /** How many payments one replica works on at once. */
    @WithDefault("64")
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

    /**
     * The same settings, if they can be worked with.
     *
     * @throws IllegalArgumentException naming the key that is out of bounds
     */
    static WorkerConfig checked(WorkerConfig config) {
        Bounds.of("payment.worker.concurrency", config.concurrency(), 1, 512);
        Bounds.of("payment.worker.lease", config.lease(), Duration.ofSeconds(10), Duration.ofMinutes(10));
        Bounds.of("payment.worker.poll", config.poll(), Duration.ofMillis(50), Duration.ofMinutes(1));
        Bounds.of("payment.worker.backoff", config.backoff(), Duration.ofMillis(10), config.longestBackoff());
        Bounds.of("payment.worker.longest-backoff", config.longestBackoff(), config.backoff(), Duration.ofMinutes(10));
        return config;
    }
}
