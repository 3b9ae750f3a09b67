package com.allinone.order.redriving;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient we are with whoever does not answer. */
@ConfigMapping(prefix = "order.redriving")
public interface RedrivingConfig {

    /**
     * How long an order may stay in a state that has no deadline before it counts as stuck and is asked for again; 1
     * second to 1 day.
     */
    @WithDefault("PT2M")
    Duration bound();

    /** Waits between asking double from the bound up to this; at least the bound, at most 1 day. */
    @WithDefault("PT30M")
    Duration longestWait();

    /** How often stuck orders are looked for, at least 1 second. */
    @WithDefault("PT5S")
    Duration lookEvery();
}
