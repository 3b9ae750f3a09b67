package com.allinone.messaging.outbox;

import com.allinone.messaging.MessageIds;
import com.allinone.messaging.MessageJson;
import com.allinone.messaging.OutgoingMessage;
import com.allinone.messaging.sql.CommitSteps;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transaction.Departure;
import com.allinone.messaging.tracing.MessageTraces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Appends what a transaction sends to the log and to the queue of the unpublished, as its last step.
 *
 * <p>The place in the log is taken from a sequence after the work has locked its rows: two transactions of the same
 * key take theirs in the order in which they commit. Across keys there is no order, and the relay needs none.
 */
@ApplicationScoped
public class Outbox implements CommitSteps {

    /** Four bytes a character at most, and a broker takes a megabyte. */
    private static final int LONGEST_BODY = 250_000;

    private final OutboxLog log;
    private final MessageIds ids;
    private final Clock clock;
    private final RelaySignal signal;
    private final MessageTraces traces;

    public Outbox(OutboxLog log, MessageIds ids, Clock clock, RelaySignal signal, MessageTraces traces) {
        this.log = log;
        this.ids = ids;
        this.clock = clock;
        this.signal = signal;
        this.traces = traces;
    }

    @Override
    public void beforeCommit(Transaction transaction) {
        List<Departure> sent = transaction.departures();
        if (sent.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        log.append(
                transaction,
                sent.stream().map(departure -> entry(departure, now)).toList());
    }

    private OutboxEntry entry(Departure departure, Instant now) {
        OutgoingMessage message = departure.message();
        UUID id = ids.next();
        return new OutboxEntry(
                id,
                message.topic(),
                message.key(),
                message.type(),
                body(message),
                traces.sending(departure.trace(), message, id),
                departure.cause(),
                now);
    }

    /** A body that Kafka would refuse must not reach the queue: nothing behind it would ever leave. */
    private static String body(OutgoingMessage message) {
        String json = MessageJson.write(message.body());
        if (json.length() > LONGEST_BODY) {
            throw new IllegalArgumentException("The body of a " + message.type() + " has " + json.length()
                    + " characters, more than " + LONGEST_BODY);
        }
        return json;
    }

    @Override
    public void afterCommit(Transaction transaction) {
        if (!transaction.departures().isEmpty()) {
            signal.wake();
        }
    }
}
