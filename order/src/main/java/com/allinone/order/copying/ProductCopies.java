package com.allinone.order.copying;

import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.MessageHandler;
import com.allinone.messaging.inbox.BatchConsumer;
import com.allinone.messaging.sql.Transaction;
import com.allinone.order.port.Products;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the newest version of every product, so that orders are placed and read while catalog is away. */
@ApplicationScoped
public class ProductCopies implements MessageHandler {

    private final BatchConsumer consumer;
    private final Products products;

    public ProductCopies(BatchConsumer consumer, Products products) {
        this.consumer = consumer;
        this.products = products;
    }

    @Incoming("catalog-events")
    CompletionStage<Void> on(KafkaRecordBatch<String, byte[]> batch) {
        return consumer.consume(batch, this);
    }

    @Override
    public String consumer() {
        return "copying";
    }

    @Override
    public Set<String> handles() {
        return Set.of("product.listed.v1", "product.repriced.v1", "product.retired.v1");
    }

    @Override
    public Set<String> ignores() {
        return Set.of();
    }

    @Override
    public void handle(Transaction transaction, List<IncomingMessage> messages) {
        products.keep(
                transaction,
                messages.stream()
                        .map(message -> message.body(ProductSnapshot.class).product())
                        .toList());
    }
}
