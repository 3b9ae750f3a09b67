package com.allinone.messaging.parking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of a parked key is handled at once. */
@ConfigMapping(prefix = "messaging.parking")
public interface ParkingConfig {

    /** Messages handled in one transaction of a redrive, 1 to 500. */
    @WithDefault("100")
    int piece();

    /** Messages handled by one redrive, 1 to 100,000; whoever wants more asks again. */
    @WithDefault("1000")
    int most();

    /** After this time a redrive begins no further piece; at most 20 s, for a person waits for its answer. */
    @WithDefault("PT10S")
    Duration longest();
}
