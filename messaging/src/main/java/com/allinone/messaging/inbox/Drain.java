package com.allinone.messaging.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Begins no scheduled work, takes no more from Kafka and lets the batches at hand end, while the database pool is still
 * open: it closes before the channels do. Requests have been answered by then.
 */
@ApplicationScoped
public class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LAST_BATCH = Duration.ofSeconds(5);

    private final KafkaClientService clients;
    private final BatchConsumer consumer;
    private final Scheduler scheduler;

    public Drain(KafkaClientService clients, BatchConsumer consumer, Scheduler scheduler) {
        this.clients = clients;
        this.consumer = consumer;
        this.scheduler = scheduler;
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        scheduler.pause();
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
