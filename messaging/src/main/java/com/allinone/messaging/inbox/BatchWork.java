package com.allinone.messaging.inbox;

import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.MessageHandler;
import com.allinone.messaging.parking.ParkedMessage;
import com.allinone.messaging.parking.ParkedMessages;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.tracing.MessageTraces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One piece of a batch as one transaction: inbox, handler, outbox; what is or must be parked goes aside. */
@ApplicationScoped
public class BatchWork {

    private static final Logger LOG = Logger.getLogger(BatchWork.class);

    private final Transactions transactions;
    private final Inbox inbox;
    private final ParkedMessages parkedMessages;
    private final MessageTraces traces;
    private final InboxMetrics metrics;
    private final Clock clock;

    public BatchWork(
            Transactions transactions,
            DoneMessages done,
            ParkedMessages parked,
            MessageTraces traces,
            InboxMetrics metrics,
            Clock clock) {
        this.transactions = transactions;
        this.inbox = new Inbox(done);
        this.parkedMessages = parked;
        this.traces = traces;
        this.metrics = metrics;
        this.clock = clock;
    }

    void apply(List<Arrival> piece, MessageHandler handler) {
        transactions.run(transaction -> {
            List<IncomingMessage> good = asideFrom(transaction, piece, handler);
            effect(transaction, good, handler);
        });
    }

    /** Handles those of the messages that were not done before, and remembers them all. */
    void effect(Transaction transaction, List<IncomingMessage> messages, MessageHandler handler) {
        List<IncomingMessage> fresh = inbox.fresh(transaction, handler.consumer(), messages);
        List<IncomingMessage> wanted = fresh.stream()
                .filter(message -> handler.handles().contains(message.type()))
                .toList();
        handle(transaction, wanted, handler);
        transaction.afterCommit(() -> {
            metrics.duplicates(handler.consumer(), messages.size() - fresh.size());
            LOG.debugf(
                    "Batch was done, consumer=%s messages=%d fresh=%d wanted=%d",
                    handler.consumer(), messages.size(), fresh.size(), wanted.size());
        });
    }

    void park(Transaction transaction, Arrival arrival, MessageHandler handler, String error) {
        IncomingMessage message = arrival.message();
        parkedMessages.park(
                transaction,
                ParkedMessage.of(
                        handler.consumer(),
                        arrival.record(),
                        message == null ? null : message.id(),
                        message == null ? null : message.type(),
                        error,
                        clock.instant()));
        transaction.afterCommit(() -> metrics.parked(handler.consumer()));
    }

    private void handle(Transaction transaction, List<IncomingMessage> messages, MessageHandler handler) {
        if (messages.isEmpty()) {
            return;
        }
        List<IncomingMessage> traced = traces.opening(messages, handler.consumer());
        @Nullable Throwable failure = null;
        try {
            handler.handle(transaction, traced);
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            traces.closing(traced, failure);
        }
    }

    /** Parks what cannot be handled and what stands behind a parked message of its key; returns the rest. */
    private List<IncomingMessage> asideFrom(Transaction transaction, List<Arrival> piece, MessageHandler handler) {
        Set<String> parked = new HashSet<>(parkedMessages.parkedAmong(
                transaction,
                handler.consumer(),
                piece.stream().map(Arrival::key).distinct().toList()));
        List<IncomingMessage> good = new ArrayList<>(piece.size());
        for (Arrival arrival : piece) {
            if (arrival.defect() != null) {
                park(transaction, arrival, handler, arrival.defect());
                parked.add(arrival.key());
            } else if (parked.contains(arrival.key())) {
                park(transaction, arrival, handler, "Behind a parked message of its key");
            } else if (arrival.message() != null) {
                good.add(arrival.message());
            }
        }
        return good;
    }
}
