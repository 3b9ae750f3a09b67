package com.allinone.inventory.reserving;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How loudly a hold that outlived its expiry is called out. */
@ConfigMapping(prefix = "inventory.holds")
public interface HoldsConfig {

    /** Between two stock.overdue of one hold, 1 second to 1 day. */
    @WithDefault("PT1M")
    Duration overdueInterval();

    /** Holds called out in one transaction, 1 to 5,000. */
    @WithDefault("500")
    int overdueBatch();

    /** How often overdue holds are looked for, at least 1 second. */
    @WithDefault("PT5S")
    Duration lookEvery();
}
