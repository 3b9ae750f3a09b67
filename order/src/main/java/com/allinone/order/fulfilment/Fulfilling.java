package com.allinone.order.fulfilment;

import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.MessageHandler;
import com.allinone.messaging.inbox.BatchConsumer;
import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.FulfilmentStep.Advanced;
import com.allinone.order.domain.FulfilmentStep.Ignored;
import com.allinone.order.domain.FulfilmentStep.Refused;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderId;
import com.allinone.order.fulfilment.FulfilmentReplies.Reply;
import com.allinone.order.port.Orders;
import com.allinone.order.port.ReportAnswers;
import com.allinone.order.publishing.OrderMessages;
import com.allinone.order.publishing.StepReports;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Takes the answers of inventory and payment to their orders: a batch, one transaction. */
@ApplicationScoped
public class Fulfilling implements MessageHandler {

    private static final AttributeKey<String> STATE = AttributeKey.stringKey("order.saga.state");
    private static final AttributeKey<String> NEXT_STATE = AttributeKey.stringKey("order.saga.next_state");
    private static final Set<String> HANDLED = Stream.of(FulfilmentReplies.TYPES, ReportAnswers.TYPES)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final BatchConsumer consumer;
    private final Orders orders;
    private final StepReports reports;
    private final ReportAnswers answers;
    private final Clock clock;

    public Fulfilling(BatchConsumer consumer, Orders orders, StepReports reports, ReportAnswers answers, Clock clock) {
        this.consumer = consumer;
        this.orders = orders;
        this.reports = reports;
        this.answers = answers;
        this.clock = clock;
    }

    @Incoming("inventory-events")
    CompletionStage<Void> onInventory(KafkaRecordBatch<String, byte[]> batch) {
        return consumer.consume(batch, this);
    }

    @Incoming("payment-events")
    CompletionStage<Void> onPayment(KafkaRecordBatch<String, byte[]> batch) {
        return consumer.consume(batch, this);
    }

    @Override
    public String consumer() {
        return "fulfilment";
    }

    @Override
    public Set<String> handles() {
        return HANDLED;
    }

    @Override
    public Set<String> ignores() {
        return FulfilmentReplies.NOT_NEEDED;
    }

    @Override
    public void handle(Transaction transaction, List<IncomingMessage> messages) {
        messages.stream()
                .filter(message -> ReportAnswers.TYPES.contains(message.type()))
                .forEach(message -> answers.keep(transaction, message));
        List<Reply> replies = messages.stream()
                .filter(message -> !ReportAnswers.TYPES.contains(message.type()))
                .map(FulfilmentReplies::read)
                .toList();
        Map<OrderId, OrderHistory> open =
                orders.lock(transaction, replies.stream().map(Reply::order).toList());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (Reply reply : replies) {
            apply(transaction, reply, open.get(reply.order()), now);
        }
        orders.save(transaction, open.values());
    }

    private void apply(Transaction transaction, Reply reply, @Nullable OrderHistory order, Instant now) {
        if (order == null) {
            throw new ImpossibleReply("There is no order " + reply.order());
        }
        Span span = Span.fromContext(reply.message().trace())
                .setAttribute(STATE, order.status().name());
        switch (order.apply(reply.event(), now)) {
            case Advanced advanced -> {
                span.setAttribute(NEXT_STATE, order.status().name());
                advanced.messages()
                        .forEach(message -> transaction.send(OrderMessages.of(message, order), reply.message()));
                transaction.afterCommit(reports.advanced(order, reply.message().trace()));
            }
            case Ignored _ ->
                transaction.afterCommit(reports.ignored(reply.message().type()));
            case Refused refused -> throw new ImpossibleReply(refused.why());
        }
    }
}
