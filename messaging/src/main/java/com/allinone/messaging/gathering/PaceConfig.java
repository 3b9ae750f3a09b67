package com.allinone.messaging.gathering;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How close pieces of work may follow each other. */
@ConfigMapping(prefix = "messaging.pace")
public interface PaceConfig {

    /**
     * Between the beginnings of two transactions of the same kind in one process, 0 to 100 ms: of a consumer, of the
     * relay, of those that callers share. An order takes a dozen of them, one after the other.
     */
    @WithDefault("PT0.02S")
    Duration apart();
}
