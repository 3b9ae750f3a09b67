package com.allinone.payment.provider;

import com.allinone.payment.domain.Bounds;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the provider is, who we are to it, and how long we wait. */
@ConfigMapping(prefix = "payment.provider")
public interface ProviderConfig {

    URI url();

    /** The secret key; sent with every call, never logged. */
    String apiKey();

    /** What the provider signs its webhooks with. */
    String webhookSecret();

    /** The longest wait for one answer, connecting included. */
    @WithDefault("PT5S")
    Duration timeout();

    /** The most calls under way at once; more are turned away and tried later. */
    @WithDefault("128")
    int concurrency();

    /** Over how many calls the circuit breaker looks back. */
    @WithDefault("20")
    int breakerVolume();

    /** How long an open circuit stays open before it tries one call. */
    @WithDefault("PT2S")
    Duration breakerDelay();

    /**
     * The same settings, if they can be worked with.
     *
     * @throws IllegalArgumentException naming the key that is out of bounds
     */
    static ProviderConfig checked(ProviderConfig config) {
        Bounds.of("payment.provider.timeout", config.timeout(), Duration.ofMillis(100), Duration.ofSeconds(10));
        Bounds.of("payment.provider.concurrency", config.concurrency(), 1, 1024);
        Bounds.of("payment.provider.breaker-volume", config.breakerVolume(), 2, 1000);
        Bounds.of(
                "payment.provider.breaker-delay", config.breakerDelay(), Duration.ofMillis(100), Duration.ofMinutes(5));
        if (config.apiKey().isBlank()) {
            throw new IllegalArgumentException("payment.provider.api-key must not be empty");
        }
        return config;
    }
}
