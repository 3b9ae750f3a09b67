package com.allinone.messaging.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.messaging.gathering.PaceConfig;
import com.allinone.messaging.inbox.InboxConfig;
import com.allinone.messaging.outbox.RelayConfig;
import com.allinone.messaging.outbox.RepublishConfig;
import com.allinone.messaging.parking.ParkingConfig;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value out of its bounds stops the start with a sentence that names the key. */
class BoundsTest {

    @Test
    void theDefaultsAreWithin() {
        assertThatCode(() -> bounds(Map.of()).check()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "messaging.outbox.batch-size, 0",
        "messaging.outbox.batch-size, 10001",
        "messaging.outbox.poll, PT0S",
        "messaging.outbox.poll, PT11S",
        "messaging.pace.apart, PT-0.001S",
        "messaging.pace.apart, PT0.2S",
        "messaging.outbox.acknowledgement-bound, PT0.05S",
        "messaging.outbox.acknowledgement-bound, PT3S",
        "messaging.outbox.retention, PT0S",
        "messaging.outbox.retention, PT36H",
        "messaging.republish.step, 0",
        "messaging.republish.step, 50001",
        "messaging.republish.hold, PT0.5S",
        "messaging.republish.hold, PT61S",
        "messaging.inbox.retention, P0D",
        "messaging.inbox.retention, PT300H",
        "messaging.inbox.topic-retention, PT0S",
        "messaging.inbox.backoff, PT0S",
        "messaging.inbox.backoff, PT11S",
        "messaging.inbox.longest-backoff, PT0.05S",
        "messaging.inbox.longest-backoff, PT61S",
        "messaging.parking.piece, 0",
        "messaging.parking.piece, 501",
        "messaging.parking.most, 0",
        "messaging.parking.most, 100001",
        "messaging.parking.longest, PT0S",
        "messaging.parking.longest, PT21S",
        "mp.messaging.connector.smallrye-kafka.max.poll.records, 0",
        "mp.messaging.connector.smallrye-kafka.max.poll.records, 5001",
    })
    void refusesWhatIsOutOfBounds(String key, String value) {
        Bounds bounds = bounds(Map.of(key, value));

        assertThatThrownBy(bounds::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(key + " is ")
                .hasMessageContaining(" must be ");
    }

    private static Bounds bounds(Map<String, String> values) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(RelayConfig.class)
                .withMapping(RepublishConfig.class)
                .withMapping(InboxConfig.class)
                .withMapping(ParkingConfig.class)
                .withMapping(PaceConfig.class)
                .withDefaultValue(Bounds.POLL, "500")
                .withDefaultValues(values)
                .build();
        return new Bounds(
                config.getConfigMapping(RelayConfig.class),
                config.getConfigMapping(RepublishConfig.class),
                config.getConfigMapping(InboxConfig.class),
                config.getConfigMapping(ParkingConfig.class),
                config.getConfigMapping(PaceConfig.class),
                config.getValue(Bounds.POLL, Integer.class));
    }
}
