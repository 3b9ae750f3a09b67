package com.allinone.messaging.inbox;

import com.allinone.messaging.MessageHandler;
import com.allinone.messaging.Ticker;
import com.allinone.messaging.gathering.Pace;
import com.allinone.messaging.gathering.PaceConfig;
import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transactions;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Takes a batch from a channel to its effects: one transaction, then the acknowledgement.
 *
 * <p>A failure of the infrastructure (database away, timeout, serialization) tries again for ever, with backoff and
 * smaller pieces. Any other failure is deterministic: the piece is halved until the guilty message stands alone, and
 * that one is parked. So nothing is dropped, and nothing blocks the messages of other keys.
 */
@ApplicationScoped
public class BatchConsumer {

    private static final Logger LOG = Logger.getLogger(BatchConsumer.class);
    /** Messages in a transaction, unless one look at Kafka found more. */
    private static final int MOST = 500;

    private final Transactions transactions;
    private final BatchWork work;
    private final InboxConfig config;
    private final InboxMetrics metrics;
    private final Ticker ticker;
    private final PaceConfig pace;
    private final Map<String, Intake> intakes = new ConcurrentHashMap<>();
    /** One party for whoever drains, one for each batch that is being handled. */
    private final Phaser running = new Phaser(1);

    private volatile boolean stopping;

    public BatchConsumer(
            Transactions transactions,
            BatchWork work,
            InboxConfig config,
            InboxMetrics metrics,
            Ticker ticker,
            PaceConfig pace) {
        this.transactions = transactions;
        this.work = work;
        this.config = config;
        this.metrics = metrics;
        this.ticker = ticker;
        this.pace = pace;
    }

    /**
     * Takes what a look at Kafka found, and returns at once. It is handled after what came before it, together with what
     * else has come by then, and acknowledged when that has committed. Complete when the next may come.
     */
    public CompletionStage<Void> consume(KafkaRecordBatch<String, byte[]> delivery, MessageHandler handler) {
        String topic = raw(delivery.getRecords().getFirst()).topic();
        return intakes.computeIfAbsent(topic, _ -> intake(topic, handler)).take(delivery);
    }

    private Intake intake(String topic, MessageHandler handler) {
        return new Intake(
                "inbox-" + topic, MOST, new Pace(ticker, pace.apart()), piece -> consumePiece(piece, handler));
    }

    private void consumePiece(List<KafkaRecordBatch<String, byte[]>> piece, MessageHandler handler) {
        running.register();
        try {
            if (stopping) {
                return; // Kafka delivers it again
            }
            consume(
                    piece.stream()
                            .flatMap(delivery -> delivery.getRecords().stream())
                            .map(BatchConsumer::raw)
                            .toList(),
                    handler);
        } catch (RuntimeException | Error failure) {
            piece.forEach(delivery -> delivery.nack(failure));
            return;
        } finally {
            running.arriveAndDeregister();
        }
        piece.forEach(this::acknowledge);
    }

    private void acknowledge(KafkaRecordBatch<String, byte[]> delivery) {
        delivery.ack().whenComplete((_, failure) -> {
            if (failure != null) {
                LOG.warnf(
                        "Kafka delivers a batch again that could not be acknowledged, cause=%s", failure.getMessage());
            }
        });
    }

    /** Handles the records in order; returns when every one has had its effect or is parked. */
    public void consume(List<ConsumerRecord<String, byte[]>> records, MessageHandler handler) {
        try (var _ = metrics.batch(handler.consumer(), records.size(), oldest(records))) {
            handle(records, handler);
        }
    }

    private void handle(List<ConsumerRecord<String, byte[]>> records, MessageHandler handler) {
        Progress progress = new Progress(
                records.stream().map(record -> Arrival.of(record, handler)).toList());
        Duration backoff = config.backoff();
        while (progress.unfinished()) {
            try {
                work.apply(progress.piece(), handler);
                progress.done();
                backoff = config.backoff();
            } catch (RuntimeException failure) {
                if (!DatabaseFailure.deterministic(failure)) {
                    LOG.warnf(
                            "Batch failed and is tried again, consumer=%s size=%d backoff=%s cause=%s",
                            handler.consumer(), progress.piece().size(), backoff, failure.getMessage());
                    metrics.retried(handler.consumer());
                    backoff = pause(backoff);
                    progress.halve();
                } else if (!progress.guilty()) {
                    progress.halve();
                } else if (parked(progress.piece().getFirst(), handler, failure)) {
                    progress.done();
                }
            }
        }
    }

    /** In milliseconds; a record may come without a time. */
    private static OptionalLong oldest(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .mapToLong(ConsumerRecord::timestamp)
                .filter(at -> at > 0)
                .min();
    }

    /** Stops trying again, and waits until no batch is being handled. */
    void drain(Duration atMost) {
        stopping = true;
        try {
            running.awaitAdvanceInterruptibly(running.arrive(), atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("A batch was still being handled at the end; Kafka delivers it again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("unchecked") // a record's metadata does not say what its channel is configured to deliver
    private static ConsumerRecord<String, byte[]> raw(KafkaRecord<String, byte[]> record) {
        IncomingKafkaRecordMetadata<String, byte[]> metadata = record.getMetadata(IncomingKafkaRecordMetadata.class)
                .orElseThrow(() -> new IllegalStateException("The channel did not deliver a Kafka record"));
        return metadata.getRecord();
    }

    private boolean parked(Arrival arrival, MessageHandler handler, RuntimeException failure) {
        try {
            transactions.run(transaction -> work.park(transaction, arrival, handler, reason(failure)));
            ConsumerRecord<String, byte[]> record = arrival.record();
            LOG.errorf(
                    failure,
                    "Message parked, consumer=%s topic=%s partition=%d offset=%d",
                    handler.consumer(),
                    record.topic(),
                    record.partition(),
                    record.offset());
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("Parking failed and is tried again, consumer=%s cause=%s", handler.consumer(), e.getMessage());
            pause(config.backoff());
            return false;
        }
    }

    static String reason(RuntimeException failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private Duration pause(Duration backoff) {
        if (stopping) {
            throw new IllegalStateException("Stopped before the batch was done; Kafka delivers it again");
        }
        try {
            ticker.sleep(backoff);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped before the batch was done; Kafka delivers it again", e);
        }
        Duration doubled = backoff.multipliedBy(2);
        return doubled.compareTo(config.longestBackoff()) > 0 ? config.longestBackoff() : doubled;
    }
}
