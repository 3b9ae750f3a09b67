package com.allinone.messaging.inbox;

import java.time.Duration;

record InboxSettings(Duration retention, Duration topicRetention, Duration backoff, Duration longestBackoff)
        implements InboxConfig {

    static final InboxSettings USUAL =
            new InboxSettings(Duration.ofDays(14), Duration.ofDays(7), Duration.ofMillis(20), Duration.ofMillis(200));
}
