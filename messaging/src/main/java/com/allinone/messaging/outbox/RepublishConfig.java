package com.allinone.messaging.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** In which steps the log is published again. */
@ConfigMapping(prefix = "messaging.republish")
public interface RepublishConfig {

    /** Positions looked at in one step, which is one transaction: 1 to 50,000. */
    @WithDefault("10000")
    int step();

    /** For so long what is new waits for the next step, 1 s to 60 s; it goes on if none comes. */
    @WithDefault("PT10S")
    Duration hold();
}
