package com.allinone.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What time it is in this process; only {@code ./shop chaos} shifts it, to show that nothing relies on equal clocks. */
@ConfigMapping(prefix = "messaging.clock")
public interface ClockConfig {

    /** Added to the machine's time, an hour either way at most. */
    @WithDefault("PT0S")
    Duration offset();
}
