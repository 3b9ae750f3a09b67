package com.allinone.messaging.outbox;

import com.allinone.messaging.Envelope;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Publishes rows and waits until Kafka has acknowledged every one.
 *
 * <p>After any doubt the producer is closed without flushing and a new one is made at the next call: what the old one
 * still had queued can then never appear behind a gap. That is why it is a client of its own and not a channel's
 * emitter, which cannot be reopened (see docs/decisions).
 */
@ApplicationScoped
public class RelayProducer {

    private final Map<String, Object> broker;
    private final String source;
    private @Nullable KafkaProducer<String, byte[]> producer;

    public RelayProducer(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.broker = broker;
        this.source = "/" + service;
    }

    /**
     * Publishes in order.
     *
     * @throws KafkaException when not every row was acknowledged within the bound; some may have been written
     */
    void publish(List<OutboxRow> rows, Duration bound) {
        long deadline = System.nanoTime() + bound.toNanos();
        try {
            KafkaProducer<String, byte[]> open = open();
            List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(rows.size());
            for (OutboxRow row : rows) {
                Future<RecordMetadata> acknowledgement = open.send(record(row));
                if (acknowledgement.isDone() || System.nanoTime() > deadline) {
                    await(acknowledgement, deadline); // a send that blocked has failed; the next would block as long
                }
                acknowledgements.add(acknowledgement);
            }
            acknowledgements.forEach(acknowledgement -> await(acknowledgement, deadline));
        } catch (KafkaException e) {
            abandon();
            throw e;
        }
    }

    /** Closes the producer and drops what it has queued. */
    void abandon() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private ProducerRecord<String, byte[]> record(OutboxRow row) {
        return Envelope.wrap(
                source,
                row.messageId(),
                row.topic(),
                row.key(),
                row.type(),
                row.recordedAt(),
                row.body(),
                row.traceparent(),
                row.cause());
    }

    private static void await(Future<RecordMetadata> acknowledgement, long deadline) {
        try {
            acknowledgement.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka did not acknowledge in time", e);
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka refused a message: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Stopped while waiting for Kafka", e);
        }
    }

    private KafkaProducer<String, byte[]> open() {
        if (producer == null) {
            Map<String, Object> settings = new HashMap<>(broker);
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 500);
            settings.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 1);
            settings.putIfAbsent(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }
}
