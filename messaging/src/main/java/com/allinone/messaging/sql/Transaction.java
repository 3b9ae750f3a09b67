package com.allinone.messaging.sql;

import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.OutgoingMessage;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An open database transaction. What is sent in it leaves if, and only if, it commits. */
public abstract class Transaction {

    private final List<Departure> departures = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();

    /** A statement in this transaction. Only an adapter of the database calls it. */
    public abstract Sql sql(String text);

    /** Sends a message in the trace of the current span. */
    public void send(OutgoingMessage message) {
        departures.add(new Departure(message, Context.current(), null));
    }

    /** Sends a message in the trace of the one that caused it. */
    public void send(OutgoingMessage message, IncomingMessage cause) {
        departures.add(new Departure(message, cause.trace(), cause.id()));
    }

    /** Sends a message in a trace that was stored, as a worker does that goes on with earlier work. */
    public void send(OutgoingMessage message, Context trace) {
        departures.add(new Departure(message, trace, null));
    }

    /** Runs the action once the commit is certain; never if it fails. The action must not throw. */
    public void afterCommit(Runnable action) {
        afterwards.add(action);
    }

    /** What was sent so far, in order. */
    public List<Departure> departures() {
        return List.copyOf(departures);
    }

    /** What is to be run once the commit is certain, in order. */
    public List<Runnable> afterwards() {
        return List.copyOf(afterwards);
    }

    /**
     * A message on its way out.
     *
     * @param cause the id of the message that it answers
     */
    public record Departure(
            OutgoingMessage message,
            Context trace,
            @Nullable UUID cause) {}
}
