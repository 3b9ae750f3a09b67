package com.allinone.payment.accepting;

import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.MessageHandler;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.tracing.MessageTraces;
import com.allinone.payment.domain.Announcements;
import com.allinone.payment.domain.Commands;
import com.allinone.payment.domain.OrderId;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentCommand;
import com.allinone.payment.domain.PaymentId;
import com.allinone.payment.domain.PaymentIds;
import com.allinone.payment.domain.Payments;
import com.allinone.payment.domain.Reports;
import com.allinone.payment.domain.Step;
import com.allinone.payment.domain.WorkSignal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides a batch of order's commands in memory, in order, and writes what they lead to at once. */
@ApplicationScoped
public class PaymentCommands implements MessageHandler {

    private static final Set<String> HANDLED = Stream.concat(
                    CommandMessages.TYPES.stream(), Stream.of(CommandMessages.REPORT))
            .collect(Collectors.toUnmodifiableSet());

    private final Payments<Transaction> payments;
    private final Announcements<Transaction, IncomingMessage> announcements;
    private final Reports<Transaction> reports;
    private final PaymentIds ids;
    private final WorkSignal signal;
    private final Clock clock;

    public PaymentCommands(
            Payments<Transaction> payments,
            Announcements<Transaction, IncomingMessage> announcements,
            Reports<Transaction> reports,
            PaymentIds ids,
            WorkSignal signal,
            Clock clock) {
        this.payments = payments;
        this.announcements = announcements;
        this.reports = reports;
        this.ids = ids;
        this.signal = signal;
        this.clock = clock;
    }

    @Override
    public String consumer() {
        return "accepting";
    }

    @Override
    public Set<String> handles() {
        return HANDLED;
    }

    @Override
    public Set<String> ignores() {
        return Set.of();
    }

    @Override
    public void handle(Transaction transaction, List<IncomingMessage> messages) {
        Map<Boolean, List<IncomingMessage>> asked = messages.stream()
                .collect(Collectors.partitioningBy(message -> message.type().equals(CommandMessages.REPORT)));
        decide(transaction, asked.getOrDefault(false, List.of()));
        asked.getOrDefault(true, List.of())
                .forEach(question -> reports.ask(
                        transaction,
                        CommandMessages.report(question),
                        MessageTraces.traceparent(question.trace()),
                        clock.instant()));
    }

    private void decide(Transaction transaction, List<IncomingMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        var commands = new LinkedHashMap<IncomingMessage, PaymentCommand>();
        messages.forEach(message -> commands.put(message, CommandMessages.read(message)));
        Map<OrderId, Payment> known = new HashMap<>(payments.lock(
                transaction,
                commands.values().stream().map(PaymentCommand::order).toList()));
        Map<OrderId, Step> changed = new LinkedHashMap<>();
        Map<PaymentId, String> traces = new HashMap<>();
        commands.forEach((message, command) -> {
            var current = known.get(command.order());
            var step = current == null ? Commands.first(command, ids.next()) : Commands.next(current, command);
            step.events().forEach(event -> announcements.answer(transaction, event, message));
            if (step.changed()) {
                known.put(command.order(), step.payment());
                changed.put(command.order(), step);
                var trace = MessageTraces.traceparent(message.trace());
                if (trace != null) {
                    traces.put(step.payment().id(), trace);
                }
            }
        });
        payments.write(transaction, changed.values(), traces, clock.instant());
        transaction.afterCommit(signal::wake);
    }
}
