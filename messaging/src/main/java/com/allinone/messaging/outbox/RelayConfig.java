package com.allinone.messaging.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the outbox is published and how long its log is kept. */
@ConfigMapping(prefix = "messaging.outbox")
public interface RelayConfig {

    /** Whether this process publishes; a test that looks into the queue turns it off. */
    @WithDefault("true")
    boolean relay();

    /** Rows published in one transaction, 1 to 10,000. */
    @WithDefault("500")
    int batchSize();

    /** How often the queue is looked at when nobody woke the relay. */
    @WithDefault("PT0.25S")
    Duration poll();

    /** How long a batch may wait for Kafka; shorter than the role's idle_in_transaction_session_timeout (3 s). */
    @WithDefault("PT2S")
    Duration acknowledgementBound();

    /** How long the log is kept, whole days. */
    @WithDefault("P3D")
    Duration retention();
}
