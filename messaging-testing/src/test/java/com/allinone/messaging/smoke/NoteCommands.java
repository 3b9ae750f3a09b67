package com.allinone.messaging.smoke;

import com.allinone.messaging.inbox.BatchConsumer;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The channel {@code notes}, as a service writes it. */
@ApplicationScoped
public class NoteCommands {

    private final BatchConsumer consumer;
    private final NoteTaking handler;

    public NoteCommands(BatchConsumer consumer, NoteTaking handler) {
        this.consumer = consumer;
        this.handler = handler;
    }

    @Incoming("notes")
    public CompletionStage<Void> on(KafkaRecordBatch<String, byte[]> batch) {
        return consumer.consume(batch, handler);
    }
}
