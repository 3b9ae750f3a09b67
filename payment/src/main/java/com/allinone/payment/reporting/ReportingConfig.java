package com.allinone.payment.reporting;

import com.allinone.payment.domain.Bounds;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How reports are answered. */
@ConfigMapping(prefix = "payment.reporting")
public interface ReportingConfig {

    /** How long a report waits for the provider's list before it is answered without. */
    @WithDefault("PT1M")
    Duration patience();

    /**
     * The same settings, if they can be worked with.
     *
     * @throws IllegalArgumentException naming the key that is out of bounds
     */
    static ReportingConfig checked(ReportingConfig config) {
        Bounds.of("payment.reporting.patience", config.patience(), Duration.ofSeconds(1), Duration.ofHours(1));
        return config;
    }
}
