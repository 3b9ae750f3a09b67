package com.allinone.order.reconciling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How books are compared. */
@ConfigMapping(prefix = "order.reconciliation")
public interface ReconciliationConfig {

    /** Between two rounds that begin by themselves; 10 seconds to 1 day. */
    @WithDefault("PT5M")
    Duration every();

    /** Between two such rounds that look at everything; 1 minute to 30 days. */
    @WithDefault("PT24H")
    Duration fullEvery();

    /** The first of them after a start; 1 second to 1 day. */
    @WithDefault("PT1M")
    Duration firstAfter();

    /** What moved within this time is on its way; a difference counts that outlives it. 1 second to 1 hour. */
    @WithDefault("PT30S")
    Duration quiet();

    /** How far before the last clean round orders are looked at once more; up to 7 days. */
    @WithDefault("PT1H")
    Duration overlap();

    /** How long a round waits for an answer; 10 seconds to 1 day, and longer than the quiet time. */
    @WithDefault("PT10M")
    Duration patience();

    /** The same settings, if they can be worked with. */
    static ReconciliationConfig checked(ReconciliationConfig config) {
        bounded("every", config.every(), Duration.ofSeconds(10), Duration.ofDays(1));
        bounded("full-every", config.fullEvery(), Duration.ofMinutes(1), Duration.ofDays(30));
        bounded("first-after", config.firstAfter(), Duration.ofSeconds(1), Duration.ofDays(1));
        bounded("quiet", config.quiet(), Duration.ofSeconds(1), Duration.ofHours(1));
        bounded("overlap", config.overlap(), Duration.ZERO, Duration.ofDays(7));
        Duration least = config.quiet().compareTo(Duration.ofSeconds(5)) < 0
                ? Duration.ofSeconds(10)
                : config.quiet().multipliedBy(2);
        bounded("patience", config.patience(), least, Duration.ofDays(1));
        return config;
    }

    private static void bounded(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "order.reconciliation." + key + " must be from " + least + " to " + most + ", not " + value);
        }
    }
}
