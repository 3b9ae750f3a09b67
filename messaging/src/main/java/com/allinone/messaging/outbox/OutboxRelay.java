package com.allinone.messaging.outbox;

import com.allinone.messaging.Ticker;
import com.allinone.messaging.gathering.Pace;
import com.allinone.messaging.gathering.PaceConfig;
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
    private final OutboxLog log;
    private final RelayProducer producer;
    private final RelaySignal signal;
    private final RelayConfig config;
    private final Ticker ticker;
    private final Pace pace;
    private final Counter published;
    private final Counter failures;
    private volatile boolean open;
    private @Nullable Thread loop;

    public OutboxRelay(
            Transactions transactions,
            OutboxLog log,
            RelayProducer producer,
            RelaySignal signal,
            RelayConfig config,
            Ticker ticker,
            PaceConfig pace,
            MeterRegistry metrics) {
        this.transactions = transactions;
        this.log = log;
        this.producer = producer;
        this.signal = signal;
        this.config = config;
        this.ticker = ticker;
        this.pace = new Pace(ticker, pace.apart());
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
                if (!turn()) {
                    if (signal.await(config.poll())) {
                        pace.await();
                    }
                }
            } catch (InterruptedException e) {
                break;
            }
        }
        producer.abandon();
    }

    /** Publishes what is at the head, or waits after a failure; returns whether there may be more at once. */
    public boolean turn() throws InterruptedException {
        try {
            return publishHead() == config.batchSize();
        } catch (KafkaException | DatabaseFailure e) {
            LOG.warnf("Relay stopped short and starts again from the head, cause=%s", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Relay failed at the head of the queue and tries again", e);
        }
        failures.increment();
        ticker.sleep(config.poll());
        return true;
    }

    /** Publishes the head of the queue; returns how many rows, 0 when another process is the relay. */
    public int publishHead() {
        return transactions.call(this::publishHead);
    }

    private int publishHead(Transaction transaction) {
        if (!log.claimed(transaction)) {
            return 0;
        }
        List<OutboxRow> head = log.head(transaction, config.batchSize());
        if (!head.isEmpty()) {
            producer.publish(head, config.acknowledgementBound());
            log.published(transaction, head);
            published.increment(head.size());
            LOG.debugf(
                    "Head of the queue was published, rows=%d first=%d last=%d",
                    head.size(), head.getFirst().position(), head.getLast().position());
        }
        return head.size();
    }
}
