package com.allinone.payment.accepting;

import com.allinone.messaging.inbox.BatchConsumer;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Where order's commands come in. */
@ApplicationScoped
public class CommandChannel {

    private final BatchConsumer consumer;
    private final PaymentCommands commands;

    public CommandChannel(BatchConsumer consumer, PaymentCommands commands) {
        this.consumer = consumer;
        this.commands = commands;
    }

    @Incoming("payment-commands")
    public CompletionStage<Void> on(KafkaRecordBatch<String, byte[]> batch) {
        return consumer.consume(batch, commands);
    }
}
