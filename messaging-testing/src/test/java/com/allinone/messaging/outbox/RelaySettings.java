package com.allinone.messaging.outbox;

import java.time.Duration;

record RelaySettings(boolean relay, int batchSize, Duration poll, Duration acknowledgementBound, Duration retention)
        implements RelayConfig {

    static final RelaySettings USUAL =
            new RelaySettings(true, 100, Duration.ofMillis(50), Duration.ofSeconds(2), Duration.ofDays(3));
}
