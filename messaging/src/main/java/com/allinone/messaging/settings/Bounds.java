package com.allinone.messaging.settings;

import com.allinone.messaging.gathering.PaceConfig;
import com.allinone.messaging.inbox.InboxConfig;
import com.allinone.messaging.outbox.RelayConfig;
import com.allinone.messaging.outbox.RepublishConfig;
import com.allinone.messaging.parking.ParkingConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stops the start with a sentence that names the key when a value is out of its bounds. */
@ApplicationScoped
public class Bounds {

    static final String POLL = "mp.messaging.connector.smallrye-kafka.max.poll.records";
    private static final Duration TENTH = Duration.ofMillis(100);
    private static final Duration HUNDREDTH = Duration.ofMillis(10);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final RelayConfig relay;
    private final RepublishConfig republish;
    private final InboxConfig inbox;
    private final ParkingConfig parking;
    private final PaceConfig pace;
    private final int polled;

    public Bounds(
            RelayConfig relay,
            RepublishConfig republish,
            InboxConfig inbox,
            ParkingConfig parking,
            PaceConfig pace,
            @ConfigProperty(name = POLL) int polled) {
        this.relay = relay;
        this.republish = republish;
        this.inbox = inbox;
        this.parking = parking;
        this.pace = pace;
        this.polled = polled;
    }

    void atStart(@Observes @Priority(1) StartupEvent event) {
        check();
    }

    void check() {
        between("messaging.outbox.batch-size", relay.batchSize(), 1, 10_000);
        between("messaging.outbox.poll", relay.poll(), HUNDREDTH, Duration.ofSeconds(10));
        between("messaging.pace.apart", pace.apart(), Duration.ZERO, TENTH);
        // Longer than this, and PostgreSQL ends the transaction (3 s idle) before Kafka has answered.
        between("messaging.outbox.acknowledgement-bound", relay.acknowledgementBound(), TENTH, Duration.ofMillis(2500));
        wholeDays("messaging.outbox.retention", relay.retention());
        between("messaging.republish.step", republish.step(), 1, 50_000);
        between("messaging.republish.hold", republish.hold(), SECOND, Duration.ofSeconds(60));
        wholeDays("messaging.inbox.retention", inbox.retention());
        between("messaging.inbox.topic-retention", inbox.topicRetention(), SECOND, Duration.ofDays(365));
        between("messaging.inbox.backoff", inbox.backoff(), HUNDREDTH, Duration.ofSeconds(10));
        between("messaging.inbox.longest-backoff", inbox.longestBackoff(), inbox.backoff(), Duration.ofMinutes(1));
        between("messaging.parking.piece", parking.piece(), 1, 500);
        between("messaging.parking.most", parking.most(), 1, 100_000);
        between("messaging.parking.longest", parking.longest(), TENTH, Duration.ofSeconds(20));
        between(POLL, polled, 1, 5_000);
    }

    private static void wholeDays(String key, Duration value) {
        between(key, value, Duration.ofDays(1), Duration.ofDays(365));
        if (!value.equals(Duration.ofDays(value.toDays()))) {
            throw new IllegalStateException(key + " is " + value + " and must be whole days");
        }
    }

    private static <T extends Comparable<T>> void between(String key, T value, T least, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalStateException(key + " is " + value + " and must be from " + least + " to " + most);
        }
    }
}
