package com.allinone.messaging.outbox;

import com.allinone.messaging.Envelope;
import com.allinone.messaging.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Publishes rows and waits until Kafka has acknowledged every one.
 *
 * <p>After any doubt the connection is closed without flushing and a new one is made at the next call: what the old one
 * still had queued can then never appear behind a gap. That is why it is a client of its own and not a channel's
 * emitter, which cannot be reopened (see docs/decisions).
 */
@ApplicationScoped
public class RelayProducer {

    private final Broker broker;
    private final Ticker ticker;
    private final String source;
    private Broker.@Nullable Connection connection;

    public RelayProducer(
            Broker broker, Ticker ticker, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.broker = broker;
        this.ticker = ticker;
        this.source = "/" + service;
    }

    /**
     * Publishes in order.
     *
     * @throws KafkaException when not every row was acknowledged within the bound; some may have been written
     */
    void publish(List<OutboxRow> rows, Duration bound) {
        long deadline = ticker.nanos() + bound.toNanos();
        try {
            Broker.Connection open = open();
            List<Future<?>> acknowledgements = new ArrayList<>(rows.size());
            for (OutboxRow row : rows) {
                Future<?> acknowledgement = open.send(record(row));
                if (acknowledgement.isDone() || ticker.nanos() > deadline) {
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
        if (connection != null) {
            connection.abandon();
            connection = null;
        }
    }

    private ProducerRecord<String, byte[]> record(OutboxRow row) {
        OutboxEntry entry = row.entry();
        return Envelope.numbered(
                Envelope.wrap(
                        source,
                        entry.messageId(),
                        entry.topic(),
                        entry.key(),
                        entry.type(),
                        entry.recordedAt(),
                        entry.body(),
                        entry.traceparent(),
                        entry.cause()),
                row.position());
    }

    private void await(Future<?> acknowledgement, long deadline) {
        try {
            acknowledgement.get(Math.max(0, deadline - ticker.nanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka did not acknowledge in time", e);
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka refused a message: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Stopped while waiting for Kafka", e);
        }
    }

    private Broker.Connection open() {
        if (connection == null) {
            connection = broker.connect();
        }
        return connection;
    }
}
