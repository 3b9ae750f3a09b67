package com.allinone.inventory.reserving;

import com.allinone.inventory.domain.OrderId;
import com.allinone.inventory.domain.Reservation;
import com.allinone.inventory.domain.Reservation.Taken;
import com.allinone.inventory.domain.Reservations;
import com.allinone.inventory.domain.Shelves;
import com.allinone.inventory.domain.Sku;
import com.allinone.inventory.domain.StockAnswer;
import com.allinone.inventory.domain.StockCommand;
import com.allinone.inventory.domain.StockCommand.Reserve;
import com.allinone.inventory.domain.StockLedger;
import com.allinone.inventory.domain.StockReports;
import com.allinone.inventory.domain.UnsoundShelf;
import com.allinone.inventory.publishing.InventoryEvents;
import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.MessageHandler;
import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.tracing.MessageTraces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides a batch of commands: locks the orders, then their shelves, each once and in one order for everybody; decides
 * in memory in the order of arrival; writes each table once. So a thousand buyers of one SKU cost one row lock.
 */
@ApplicationScoped
public class Reserving implements MessageHandler {

    private static final Set<String> HANDLED = Stream.concat(
                    CommandMessages.TYPES.stream(), Stream.of(ReportMessages.REPORT))
            .collect(Collectors.toUnmodifiableSet());

    private final Shelves<Transaction> shelves;
    private final Reservations<Transaction> reservations;
    private final StockReports<Transaction> reports;
    private final DecidedCommands decided;

    public Reserving(
            Shelves<Transaction> shelves,
            Reservations<Transaction> reservations,
            StockReports<Transaction> reports,
            DecidedCommands decided) {
        this.shelves = shelves;
        this.reservations = reservations;
        this.reports = reports;
        this.decided = decided;
    }

    @Override
    public String consumer() {
        return "reserving";
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
                .collect(Collectors.partitioningBy(message -> message.type().equals(ReportMessages.REPORT)));
        decide(transaction, asked.getOrDefault(false, List.of()));
        // After the commands, and in their transaction: a report tells what stands when this batch is committed.
        asked.getOrDefault(true, List.of())
                .forEach(question -> transaction.send(
                        InventoryEvents.of(reports.answer(transaction, ReportMessages.read(question))), question));
    }

    private void decide(Transaction transaction, List<IncomingMessage> messages) {
        try {
            decideAll(transaction, messages);
        } catch (UnsoundShelf unsound) {
            decided.guarded();
            throw unsound;
        }
    }

    private void decideAll(Transaction transaction, List<IncomingMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        List<StockCommand> commands =
                messages.stream().map(CommandMessages::read).toList();
        StockLedger ledger = open(transaction, commands);
        Map<OrderId, @Nullable String> traceparents = new HashMap<>();
        List<Runnable> afterwards = new ArrayList<>();
        for (int index = 0; index < commands.size(); index++) {
            IncomingMessage message = messages.get(index);
            StockCommand command = commands.get(index);
            traceparents.putIfAbsent(command.orderId(), MessageTraces.traceparent(message.trace()));
            @Nullable StockAnswer answer = ledger.decide(command).orElse(null);
            if (answer != null) {
                transaction.send(InventoryEvents.of(answer), message);
            }
            afterwards.add(() -> decided.report(command, answer, message.trace()));
        }
        write(transaction, ledger);
        reservations.write(transaction, ledger.changedReservations(), traceparents::get);
        transaction.afterCommit(() -> afterwards.forEach(Runnable::run));
    }

    private void write(Transaction transaction, StockLedger ledger) {
        try {
            shelves.write(transaction, ledger.changedShelves());
        } catch (DatabaseFailure refused) {
            if (refused.causedByData()) {
                decided.guarded();
            }
            throw refused;
        }
    }

    private StockLedger open(Transaction transaction, List<StockCommand> commands) {
        Set<OrderId> orders = new HashSet<>();
        commands.forEach(command -> orders.add(command.orderId()));
        List<Reservation> known = reservations.lock(transaction, orders);
        return new StockLedger(shelves.lock(transaction, skus(commands, known)), known);
    }

    private static Set<Sku> skus(Collection<StockCommand> commands, Collection<Reservation> reservations) {
        Set<Sku> skus = new HashSet<>();
        for (StockCommand command : commands) {
            if (command instanceof Reserve reserve) {
                reserve.lines().forEach(line -> skus.add(line.sku()));
            }
        }
        for (Reservation reservation : reservations) {
            if (reservation instanceof Taken taken) {
                taken.picks().forEach(pick -> skus.add(pick.shelf().sku()));
            }
        }
        return skus;
    }
}
