package com.allinone.inventory.reserving;

import com.allinone.messaging.inbox.BatchConsumer;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The channel on which order asks for stock. */
@ApplicationScoped
class InventoryCommands {

    private final BatchConsumer consumer;
    private final Reserving reserving;

    InventoryCommands(BatchConsumer consumer, Reserving reserving) {
        this.consumer = consumer;
        this.reserving = reserving;
    }

    @Incoming("inventory-commands")
    CompletionStage<Void> on(KafkaRecordBatch<String, byte[]> batch) {
        return consumer.consume(batch, reserving);
    }
}
