package com.allinone.messaging.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Takes no more from Kafka and lets the batches at hand end, while the database pool is still open: it closes before
 * the channels do.
 */
@ApplicationScoped
public class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LAST_BATCH = Duration.ofSeconds(5);

    private final KafkaClientService clients;
    private final BatchConsumer consumer;

    public Drain(KafkaClientService clients, BatchConsumer consumer) {
        this.clients = clients;
        this.consumer = consumer;
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        clients.getConsumerChannels().forEach(this::pause);
        consumer.drain(LAST_BATCH);
    }

    private void pause(String channel) {
        KafkaConsumer<?, ?> kafka = clients.getConsumer(channel);
        if (kafka == null) {
            return;
        }
        try {
            kafka.pause().await().atMost(PAUSE);
        } catch (RuntimeException e) {
            LOG.warnf("Channel was not paused, channel=%s cause=%s", channel, e.getMessage());
        }
    }
}
