package com.allinone.messaging.inbox;

import com.allinone.messaging.Envelope;
import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.MessageHandler;
import com.allinone.messaging.Ticker;
import com.allinone.messaging.UnreadableMessage;
import com.allinone.messaging.inbox.RedriveOutcome.NoSuchConsumer;
import com.allinone.messaging.inbox.RedriveOutcome.NotParked;
import com.allinone.messaging.inbox.RedriveOutcome.Redriven;
import com.allinone.messaging.inbox.RedriveOutcome.Stop;
import com.allinone.messaging.operating.Mandate;
import com.allinone.messaging.operating.OperatorAction;
import com.allinone.messaging.operating.OperatorAction.Kind;
import com.allinone.messaging.operating.OperatorActions;
import com.allinone.messaging.parking.ParkedMessages;
import com.allinone.messaging.parking.ParkedRow;
import com.allinone.messaging.parking.ParkingConfig;
import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hands the parked messages of a key to their handler again, in order, once a person has mended what they failed of.
 *
 * <p>Each piece is one transaction: the key's lock, the inbox, the handler, the messages' removal, and with the last
 * one the key's. The first message that fails again stays with its new error, and everything behind it. A failure of
 * the infrastructure marks nothing and is thrown: what was done before it stays done, and it may be asked for again.
 */
@ApplicationScoped
public class Redriving {

    private final Transactions transactions;
    private final ParkedMessages parked;
    private final BatchWork work;
    private final OperatorActions actions;
    private final InboxMetrics metrics;
    private final ParkingConfig config;
    private final Clock clock;
    private final Ticker ticker;
    private final List<MessageHandler> handlers;

    public Redriving(
            Transactions transactions,
            ParkedMessages parked,
            BatchWork work,
            OperatorActions actions,
            InboxMetrics metrics,
            ParkingConfig config,
            Clock clock,
            Ticker ticker,
            @All List<MessageHandler> handlers) {
        this.transactions = transactions;
        this.parked = parked;
        this.work = work;
        this.actions = actions;
        this.metrics = metrics;
        this.config = config;
        this.clock = clock;
        this.ticker = ticker;
        this.handlers = List.copyOf(handlers);
    }

    /**
     * Redrives a key: until it is free, a message fails again, or as much is done as one call may do.
     *
     * @throws DatabaseFailure when the infrastructure failed
     */
    public RedriveOutcome redrive(String consumer, String key, Mandate mandate) {
        Optional<MessageHandler> handler = handlers.stream()
                .filter(each -> each.consumer().equals(consumer))
                .findFirst();
        return handler.isEmpty() ? new NoSuchConsumer() : redrive(handler.get(), key, mandate);
    }

    private RedriveOutcome redrive(MessageHandler handler, String key, Mandate mandate) {
        long deadline = ticker.nanos() + config.longest().toNanos();
        Attempt attempt = new Attempt(config.piece());
        int done = 0;
        long left = 0;
        do {
            try {
                int limit = Math.min(attempt.size, config.most() - done);
                Piece piece =
                        transactions.call(transaction -> piece(transaction, handler, key, limit, mandate, attempt));
                if (piece == null) {
                    return done == 0 ? new NotParked() : new Redriven(done, 0, null);
                }
                done += piece.done();
                left = piece.left();
                attempt.succeeded();
                if (piece.stop() != null || left == 0) {
                    return new Redriven(done, left, piece.stop());
                }
            } catch (RuntimeException failure) {
                if (!DatabaseFailure.deterministic(failure)) {
                    throw failure;
                }
                if (attempt.guilty()) {
                    String error = BatchConsumer.reason(failure);
                    Piece piece = transactions.call(
                            transaction -> failed(transaction, handler, key, mandate, attempt, error));
                    return new Redriven(done, piece.left(), piece.stop());
                }
            }
        } while (done < config.most() && ticker.nanos() < deadline);
        return new Redriven(done, left, null);
    }

    /** One transaction; null when the key is free. */
    private @Nullable Piece piece(
            Transaction transaction, MessageHandler handler, String key, int limit, Mandate mandate, Attempt attempt) {
        String consumer = handler.consumer();
        if (!locked(transaction, consumer, key)) {
            return null;
        }
        List<Long> places = new ArrayList<>();
        List<IncomingMessage> messages = new ArrayList<>();
        for (ParkedRow row : parked.first(transaction, consumer, key, limit)) {
            String defect = defect(row, handler);
            if (defect != null) {
                if (messages.isEmpty()) {
                    return stopped(transaction, handler, key, mandate, row, defect);
                }
                break;
            }
            places.add(row.place());
            messages.add(Envelope.unwrap(row.message().record()));
        }
        attempt.started(places);
        work.effect(transaction, messages, handler);
        long left = parked.remove(transaction, consumer, key, places);
        audit(transaction, consumer, key, mandate, "Handled " + places.size() + ", " + left + " left");
        transaction.afterCommit(() -> metrics.redriven(consumer, places.size()));
        return new Piece(places.size(), left, null);
    }

    /** Why the message cannot even be tried; null where it can. */
    private static @Nullable String defect(ParkedRow row, MessageHandler handler) {
        if (row.message().id() == null) {
            return row.message().error();
        }
        try {
            String type = Envelope.unwrap(row.message().record()).type();
            boolean known =
                    handler.handles().contains(type) || handler.ignores().contains(type);
            return known ? null : "Unknown type " + type;
        } catch (UnreadableMessage e) {
            return e.getMessage();
        }
    }

    /** The one message that was tried alone keeps its error, if it is still there. */
    private Piece failed(
            Transaction transaction,
            MessageHandler handler,
            String key,
            Mandate mandate,
            Attempt attempt,
            String error) {
        if (!locked(transaction, handler.consumer(), key)) {
            return new Piece(0, 0, null);
        }
        return parked.find(transaction, handler.consumer(), key, attempt.places.getFirst())
                .map(row -> stopped(transaction, handler, key, mandate, row, error))
                .orElseGet(() -> new Piece(0, left(transaction, handler.consumer(), key), null));
    }

    private Piece stopped(
            Transaction transaction, MessageHandler handler, String key, Mandate mandate, ParkedRow row, String error) {
        String consumer = handler.consumer();
        parked.failedAgain(transaction, consumer, row.place(), error);
        audit(transaction, consumer, key, mandate, "Message " + row.place() + " failed again: " + error);
        return new Piece(
                0,
                left(transaction, consumer, key),
                new Stop(row.place(), error, row.message().id() == null));
    }

    private boolean locked(Transaction transaction, String consumer, String key) {
        return !parked.parkedAmong(transaction, consumer, Set.of(key)).isEmpty();
    }

    private long left(Transaction transaction, String consumer, String key) {
        return parked.remove(transaction, consumer, key, List.of());
    }

    private void audit(Transaction transaction, String consumer, String key, Mandate mandate, String outcome) {
        actions.record(
                transaction, new OperatorAction(Kind.REDRIVE, mandate, clock.instant(), consumer, key, outcome, null));
    }

    private record Piece(int done, long left, @Nullable Stop stop) {}

    /** How much is tried at once, and which messages were tried last. */
    private static final class Attempt {

        /** A failure may be a race that two transactions lost; the guilty message fails alone, and again. */
        private static final int FAILURES_OF_THE_GUILTY = 2;

        private final int most;
        private int size;
        private int failuresAlone;
        private List<Long> places = List.of();

        Attempt(int most) {
            this.most = most;
            this.size = most;
        }

        void started(List<Long> tried) {
            places = List.copyOf(tried);
        }

        void succeeded() {
            size = Math.min(most, Math.max(1, places.size()) * 2);
            failuresAlone = 0;
        }

        /** Whether what has just failed is one message whose own fault that is; else half as much is tried next. */
        boolean guilty() {
            size = Math.max(1, places.size() / 2);
            return places.size() == 1 && ++failuresAlone >= FAILURES_OF_THE_GUILTY;
        }
    }
}
