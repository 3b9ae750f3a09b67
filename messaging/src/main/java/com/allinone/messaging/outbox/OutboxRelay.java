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
import java.time.Duration;
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
    private static final Duration LAST_TRANSACTION = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final RelayProducer producer;
    private final RelaySignal signal;
    private final RelayConfig config;
    private final Counter published;
    private final Counter failures;
    private volatile boolean open;
    private @Nullable Thread loop;

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
        this.failures = metrics.counter("messaging.outbox.failures");
    }

    void start(@Observes StartupEvent event) {
        if (config.relay()) {
            open = true; // before the thread looks at it
            loop = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        Thread running = loop;
        if (running != null) {
            open = false;
            signal.wake();
            // A batch in flight is worth its end: cut short, it is published twice.
            running.join(config.acknowledgementBound().plus(LAST_TRANSACTION));
            running.interrupt();
        }
    }

    private void run() {
        while (open) {
            try {
                if (publishHead() < config.batchSize()) {
                    signal.await(config.poll());
                }
            } catch (InterruptedException e) {
                break;
            } catch (KafkaException | DatabaseFailure e) {
                LOG.warnf("Relay stopped short and starts again from the head, cause=%s", e.getMessage());
                failed();
            } catch (RuntimeException e) {
                LOG.error("Relay failed at the head of the queue and tries again", e);
                failed();
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

    private void failed() {
        failures.increment();
        try {
            Thread.sleep(config.poll());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
