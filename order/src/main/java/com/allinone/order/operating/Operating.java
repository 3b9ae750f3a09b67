package com.allinone.order.operating;

import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.MessageHandler;
import com.allinone.messaging.OutgoingMessage;
import com.allinone.messaging.UnreadableMessage;
import com.allinone.messaging.inbox.BatchConsumer;
import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.FulfilmentStep.Advanced;
import com.allinone.order.domain.FulfilmentStep.Ignored;
import com.allinone.order.domain.FulfilmentStep.Refused;
import com.allinone.order.domain.Operation;
import com.allinone.order.domain.Operation.Outcome;
import com.allinone.order.domain.OrderEvent;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderId;
import com.allinone.order.operating.OperatorCommands.Command;
import com.allinone.order.port.Operations;
import com.allinone.order.port.Orders;
import com.allinone.order.publishing.OrderMessages;
import com.allinone.order.publishing.StepReports;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Carries operators' actions to their orders, under the locks that replies take too. What an order's state refuses is
 * an answer, not a fault: it is written to the audit row and nothing is parked.
 */
@ApplicationScoped
public class Operating implements MessageHandler {

    private final BatchConsumer consumer;
    private final Orders orders;
    private final Operations operations;
    private final StepReports reports;
    private final Clock clock;

    public Operating(BatchConsumer consumer, Orders orders, Operations operations, StepReports reports, Clock clock) {
        this.consumer = consumer;
        this.orders = orders;
        this.operations = operations;
        this.reports = reports;
        this.clock = clock;
    }

    @Incoming("order-commands")
    CompletionStage<Void> on(KafkaRecordBatch<String, byte[]> batch) {
        return consumer.consume(batch, this);
    }

    @Override
    public String consumer() {
        return "operating";
    }

    @Override
    public Set<String> handles() {
        return OperatorCommands.ACTIONS.keySet();
    }

    @Override
    public Set<String> ignores() {
        return Set.of();
    }

    @Override
    public void handle(Transaction transaction, List<IncomingMessage> messages) {
        List<Command> commands = messages.stream().map(OperatorCommands::read).toList();
        Map<OrderId, OrderHistory> known =
                orders.lock(transaction, commands.stream().map(Command::order).toList());
        Map<UUID, Operation> asked = operations.lock(
                transaction, commands.stream().map(Command::operation).toList());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<UUID, Operation> answered = new LinkedHashMap<>();
        for (Command command : commands) {
            OrderHistory order = known.get(command.order());
            Operation operation = asked.get(command.operation());
            if (order == null || operation == null || !operation.order().equals(command.order())) {
                throw new UnreadableMessage("Nobody asked for operation " + command.operation() + " on order "
                        + command.order() + ", or there is no such order");
            }
            if (operation.answer() == null && !answered.containsKey(operation.id())) {
                answered.put(operation.id(), carryOut(transaction, command, operation, order, now));
            }
        }
        orders.save(transaction, known.values());
        operations.answer(transaction, answered.values());
    }

    private Operation carryOut(
            Transaction transaction, Command command, Operation operation, OrderHistory order, Instant now) {
        Optional<OrderEvent> event = command.action().event();
        if (event.isEmpty()) {
            List<OutgoingMessage> again = OrderMessages.again(order);
            again.forEach(message -> transaction.send(message, command.message()));
            List<String> types = again.stream().map(OutgoingMessage::type).toList();
            transaction.afterCommit(reports.operated(command.action(), Outcome.DONE));
            return operation.answered(
                    Outcome.DONE, "Sent again: " + String.join(", ", types) + "; the order is " + order.status(), now);
        }
        return switch (order.apply(event.get(), now)) {
            case Advanced advanced -> {
                advanced.messages()
                        .forEach(message -> transaction.send(OrderMessages.of(message, order), command.message()));
                transaction.afterCommit(
                        reports.advanced(order, command.message().trace()));
                transaction.afterCommit(reports.operated(command.action(), Outcome.DONE));
                yield operation.answered(Outcome.DONE, "The order is " + order.status() + " now", now);
            }
            case Ignored _ -> {
                transaction.afterCommit(reports.operated(command.action(), Outcome.NOTHING_TO_DO));
                yield operation.answered(Outcome.NOTHING_TO_DO, "The order is " + order.status() + " already", now);
            }
            case Refused _ -> {
                transaction.afterCommit(reports.operated(command.action(), Outcome.REFUSED));
                yield operation.answered(
                        Outcome.REFUSED, "The order is " + order.status() + ": this cannot be done to it", now);
            }
        };
    }
}
