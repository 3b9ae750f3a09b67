package com.allinone.order.placing;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How long an order may wait for stock and money. */
@ConfigMapping(prefix = "order.fulfilment")
public interface PlacingConfig {

    /** From 1 second to 7 days; after it the order is given up and everything taken is given back. */
    Duration deadline();
}
