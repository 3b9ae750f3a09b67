package com.allinone.messaging.inbox;

import com.allinone.messaging.MessageHandler;
import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transactions;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
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

    private final Transactions transactions;
    private final BatchWork work;
    private final InboxConfig config;
    private final InboxMetrics metrics;

    public BatchConsumer(Transactions transactions, BatchWork work, InboxConfig config, InboxMetrics metrics) {
        this.transactions = transactions;
        this.work = work;
        this.config = config;
        this.metrics = metrics;
    }

    /** Handles the batch on the calling thread, which may block; completes when it is acknowledged. */
    public CompletionStage<Void> consume(KafkaRecordBatch<String, byte[]> batch, MessageHandler handler) {
        List<ConsumerRecord<String, byte[]>> records =
                batch.getRecords().stream().map(BatchConsumer::raw).toList();
        consume(records, handler);
        return batch.ack();
    }

    /** Handles the records in order; returns when every one has had its effect or is parked. */
    public void consume(List<ConsumerRecord<String, byte[]>> records, MessageHandler handler) {
        List<Arrival> arrivals =
                records.stream().map(record -> Arrival.of(record, handler)).toList();
        metrics.batch(handler.consumer(), arrivals.size());
        Duration backoff = config.backoff();
        int piece = arrivals.size();
        int done = 0;
        while (done < arrivals.size()) {
            List<Arrival> next = arrivals.subList(done, Math.min(done + piece, arrivals.size()));
            try {
                work.apply(next, handler);
                done += next.size();
                piece = Math.min(piece * 2, arrivals.size());
                backoff = config.backoff();
            } catch (RuntimeException failure) {
                if (deterministic(failure) && next.size() == 1) {
                    LOG.errorf(
                            failure,
                            "Message parked, consumer=%s topic=%s partition=%d offset=%d",
                            handler.consumer(),
                            next.getFirst().record().topic(),
                            next.getFirst().record().partition(),
                            next.getFirst().record().offset());
                    if (parked(next.getFirst(), handler, failure)) {
                        done++;
                        continue;
                    }
                }
                if (!deterministic(failure)) {
                    LOG.warnf(
                            "Batch failed and is tried again, consumer=%s size=%d backoff=%s cause=%s",
                            handler.consumer(), next.size(), backoff, failure.getMessage());
                    metrics.retried(handler.consumer());
                    backoff = pause(backoff);
                }
                piece = Math.max(1, next.size() / 2);
            }
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
            return true;
        } catch (DatabaseFailure e) {
            LOG.warnf("Parking failed and is tried again, consumer=%s cause=%s", handler.consumer(), e.getMessage());
            pause(config.backoff());
            return false;
        }
    }

    private static boolean deterministic(RuntimeException failure) {
        return !(failure instanceof DatabaseFailure database) || database.causedByData();
    }

    private static String reason(RuntimeException failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private Duration pause(Duration backoff) {
        try {
            Thread.sleep(backoff);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped before the batch was done; Kafka delivers it again", e);
        }
        Duration doubled = backoff.multipliedBy(2);
        return doubled.compareTo(config.longestBackoff()) > 0 ? config.longestBackoff() : doubled;
    }
}
