package com.allinone.messaging.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long done messages are remembered, and how patiently a failing batch is tried again. */
@ConfigMapping(prefix = "messaging.inbox")
public interface InboxConfig {

    /** For so long from now there are surely days to remember ids in; they are made further ahead. */
    Duration AHEAD = Duration.ofDays(1);

    /** Whole days; at least the outbox's and Kafka's retention and two more, or a late duplicate would be new. */
    @WithDefault("P14D")
    Duration retention();

    /** Retention of the topics, as they were made. */
    @WithDefault("P7D")
    Duration topicRetention();

    /** The first wait after a failure of the infrastructure; it doubles up to {@link #longestBackoff}. */
    @WithDefault("PT0.1S")
    Duration backoff();

    @WithDefault("PT5S")
    Duration longestBackoff();
}
