package com.allinone.order.viewing;

import com.allinone.order.domain.OrderId;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Says that an order's timeline has moved. Whatever moves it sends a message under the order's id, so this replica
 * hears it from Kafka, whichever replica did it. It carries no data: whoever listens reads the database.
 *
 * <p>Streams have no end of their own, and a replica that stops waits for what is under way. So it ends them as soon as
 * it is told to stop; who watches asks again, with the id of the last event, and another replica goes on.
 */
@ApplicationScoped
public class OrderSignals {

    private final ConcurrentMap<OrderId, Listeners> listeners = new ConcurrentHashMap<>();
    private volatile boolean ending;

    @Incoming("order-tail")
    CompletionStage<Void> on(KafkaRecordBatch<String, byte[]> batch) {
        if (!listeners.isEmpty()) {
            batch.getRecords().forEach(record -> moved(record.getKey()));
        }
        return batch.ack();
    }

    void end(@Observes ShutdownDelayInitiatedEvent stopping) {
        ending = true;
        listeners.values().forEach(Listeners::signal);
    }

    /** Whether whoever listens should look once more and then go. */
    boolean ending() {
        return ending;
    }

    /** A signal each time that the order has moved, until it is cancelled. */
    Multi<Boolean> of(OrderId order) {
        return Multi.createFrom().deferred(() -> {
            Listeners shared = listeners.compute(order, (id, present) -> {
                Listeners kept = present == null ? new Listeners() : present;
                kept.count.incrementAndGet();
                return kept;
            });
            return shared.signals
                    .onOverflow()
                    .drop()
                    .onTermination()
                    .invoke(() -> listeners.computeIfPresent(
                            order, (id, present) -> present.count.decrementAndGet() == 0 ? null : present));
        });
    }

    private void moved(String key) {
        try {
            Listeners shared = listeners.get(new OrderId(UUID.fromString(key)));
            if (shared != null) {
                shared.signal();
            }
        } catch (IllegalArgumentException e) {
            // A key that is no order's id moves no order.
            return;
        }
    }

    private static final class Listeners {
        private final BroadcastProcessor<Boolean> signals = BroadcastProcessor.create();
        private final AtomicInteger count = new AtomicInteger();

        /** One at a time: Kafka's thread and the one that stops the service may both have something to say. */
        private synchronized void signal() {
            signals.onNext(true);
        }
    }
}
