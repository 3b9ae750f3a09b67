package com.allinone.messaging.retention;

import com.allinone.messaging.inbox.InboxConfig;
import com.allinone.messaging.outbox.RelayConfig;
import com.allinone.messaging.sql.Transactions;
import io.quarkus.runtime.StartupEvent;
import java.time.Clock;
import java.time.Duration;

/** What a service does with its days when it starts. */
public final class RetentionAtStart {

    private RetentionAtStart() {}

    public static void run(Transactions transactions, InboxConfig inbox, Clock clock) {
        new Retention(transactions, inbox, new ThreeDays(), clock).atStart(new StartupEvent());
    }

    private record ThreeDays() implements RelayConfig {
        @Override
        public boolean relay() {
            return false;
        }

        @Override
        public int batchSize() {
            return 100;
        }

        @Override
        public Duration poll() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration acknowledgementBound() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration retention() {
            return Duration.ofDays(3);
        }
    }
}
