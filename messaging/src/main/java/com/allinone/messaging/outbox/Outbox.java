package com.allinone.messaging.outbox;

import com.allinone.messaging.MessageJson;
import com.allinone.messaging.OutgoingMessage;
import com.allinone.messaging.sql.CommitSteps;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transaction.Departure;
import com.allinone.messaging.tracing.MessageTraces;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Appends what a transaction sends to the log and to the queue of the unpublished, in one statement of its own.
 *
 * <p>The place in the log is taken from a sequence after the work has locked its rows: two transactions of the same
 * key take theirs in the order in which they commit. Across keys there is no order, and the relay needs none.
 */
@ApplicationScoped
public class Outbox implements CommitSteps {

    /** Four bytes a character at most, and a broker takes a megabyte. */
    private static final int LONGEST_BODY = 250_000;

    private static final String APPEND = """
            with rows as (
              insert into outbox (position, message_id, topic, key, type, body, traceparent, cause_id, recorded_at)
              select nextval('outbox_position'), message_id, topic, key, type, body, traceparent, cause_id, ?
                from (select * from unnest(?, ?, ?, ?, ?, ?, ?)
                        with ordinality as row(message_id, topic, key, type, body, traceparent, cause_id, place)
                       order by place) sent
              returning position, recorded_at)
            insert into outbox_pending (position, recorded_at) select position, recorded_at from rows""";

    private final Clock clock;
    private final RelaySignal signal;
    private final MessageTraces traces;

    public Outbox(Clock clock, RelaySignal signal, MessageTraces traces) {
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
        List<UUID> ids =
                sent.stream().map(each -> UuidCreator.getTimeOrderedEpoch()).toList();
        List<String> bodies = sent.stream().map(each -> body(each.message())).toList();
        List<@Nullable String> parents = new ArrayList<>(sent.size());
        for (int i = 0; i < sent.size(); i++) {
            parents.add(traces.sending(sent.get(i).trace(), sent.get(i).message(), ids.get(i)));
        }
        transaction
                .sql(APPEND)
                .bind(now)
                .bindArray("uuid", ids)
                .bindArray(
                        "text",
                        sent.stream().map(each -> each.message().topic()).toList())
                .bindArray(
                        "text", sent.stream().map(each -> each.message().key()).toList())
                .bindArray(
                        "text", sent.stream().map(each -> each.message().type()).toList())
                .bindArray("text", bodies)
                .bindArray("text", parents)
                .bindArray("uuid", sent.stream().map(Departure::cause).toList())
                .update();
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
