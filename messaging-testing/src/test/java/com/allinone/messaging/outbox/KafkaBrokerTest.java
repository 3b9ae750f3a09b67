package com.allinone.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

class KafkaBrokerTest {

    /** Found by chaos: a broker that has just started took a new producer's second batch before its first. */
    @Test
    void nothingIsSentBeforeWhatWasSentIsAcknowledgedWhateverIsConfigured() {
        Map<String, Object> settings = KafkaBroker.settings(
                Map.of(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "5", ProducerConfig.ACKS_CONFIG, "1"));

        assertThat(settings)
                .containsEntry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1)
                .containsEntry(ProducerConfig.ACKS_CONFIG, "all")
                .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    }
}
