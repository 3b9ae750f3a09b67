package com.allinone.messaging.outbox;

import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Moves the queue of the unpublished to Kafka: one short transaction takes the lock, reads the head in order,
 * publishes, waits for every acknowledgement, and deletes. Each relay so publishes a prefix without holes; two of them
 * at once (a frozen one that wakes up) can only make duplicates, and the inboxes drop those.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final Transactions transactions;
    private final RelayProducer producer;
    private final RelaySignal signal;
    private final RelayConfig config;
    private final Counter published;
    private volatile @Nullable Thread loop;

    public OutboxRelay(
            Transactions transactions,
            RelayProducer producer,
            RelaySignal signal,
            RelayConfig config,
            MeterRegistry metrics) {
        this.transactions = transactions;
        this.producer = producer;
        this.signal = signal;
        this.config = config;
        this.published = metrics.counter("messaging.outbox.published");
    }

    void start(@Observes StartupEvent event) {
        if (config.relay()) {
            loop = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        Thread running = loop;
        if (running != null) {
            loop = null;
            running.interrupt();
            running.join(config.acknowledgementBound());
        }
    }

    private void run() {
        while (loop != null) {
            try {
                if (publishHead() < config.batchSize()) {
                    signal.await(config.poll());
                }
            } catch (InterruptedException e) {
                break;
            } catch (KafkaException | DatabaseFailure e) {
                LOG.warnf("Relay stopped short and starts again from the head, cause=%s", e.getMessage());
                pause();
            }
        }
        producer.abandon();
    }

    /** Publishes the head of the queue; returns how many rows, 0 when another process is the relay. */
    public int publishHead() {
        return transactions.call(this::publishHead);
    }

    private int publishHead(Transaction transaction) {
        OutboxQueue queue = new OutboxQueue(transaction);
        if (!queue.claimed()) {
            return 0;
        }
        List<OutboxRow> head = queue.head(config.batchSize());
        if (!head.isEmpty()) {
            producer.publish(head, config.acknowledgementBound());
            queue.published(head);
            published.increment(head.size());
        }
        return head.size();
    }

    private void pause() {
        try {
            Thread.sleep(config.poll());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
