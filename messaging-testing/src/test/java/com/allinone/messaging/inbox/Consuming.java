package com.allinone.messaging.inbox;

import com.allinone.messaging.SystemTicker;
import com.allinone.messaging.outbox.RelaySignal;
import com.allinone.messaging.parts.Database;
import com.allinone.messaging.retention.RetentionAtStart;
import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.storage.JdbcDoneMessages;
import com.allinone.messaging.storage.JdbcOperatorActions;
import com.allinone.messaging.storage.JdbcParkedMessages;
import com.allinone.messaging.tracing.MessageTraces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A consumer of notes on a database of its own, and what has become of the records that it was given. */
final class Consuming implements AutoCloseable {

    private static final Clock CLOCK = Clock.systemUTC();

    final Database database = new Database();
    final Transactions transactions = database.transactions(CLOCK, new RelaySignal());
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final InboxMetrics counted = new InboxMetrics(metrics, CLOCK);
    final Notes notes = new Notes();
    final BatchWork work = new BatchWork(
            transactions,
            new JdbcDoneMessages(),
            new JdbcParkedMessages(),
            new MessageTraces(OpenTelemetry.noop()),
            counted,
            CLOCK);
    final BatchConsumer consumer = new BatchConsumer(
            transactions, work, InboxSettings.USUAL, counted, new SystemTicker(), () -> Duration.ZERO);
    final Discarding discarding = new Discarding(
            transactions,
            new JdbcParkedMessages(),
            new JdbcDoneMessages(),
            new JdbcOperatorActions(),
            counted,
            InboxSettings.USUAL,
            CLOCK);

    Consuming() {
        RetentionAtStart.run(transactions, InboxSettings.USUAL, CLOCK);
    }

    Redriving redriving(ParkingSettings settings) {
        return new Redriving(
                transactions,
                new JdbcParkedMessages(),
                work,
                new JdbcOperatorActions(),
                counted,
                settings,
                CLOCK,
                new SystemTicker(),
                List.of(notes));
    }

    /** What people did, in order. */
    List<String> actions() {
        return transactions.call(transaction -> transaction
                .sql("select action, author, consumer, key, reason, outcome from operator_action order by number")
                .list(row -> String.join(
                        "|",
                        row.text("action"),
                        row.text("author"),
                        row.text("consumer"),
                        row.text("key"),
                        row.text("reason"),
                        row.text("outcome"))));
    }

    /** The place of the parked message of this offset. */
    long place(long offset) {
        return database.number("select place from parked_message where \"offset\" = " + offset);
    }

    /** The parked record of this offset, as it would come again. */
    ConsumerRecord<String, byte[]> record(long offset) {
        return transactions.call(transaction -> new JdbcParkedMessages()
                .find(transaction, "notes", "a", place(offset))
                .map(row -> row.message().record())
                .orElseThrow());
    }

    double counted(String name) {
        return metrics.counter(name, "consumer", "notes").count();
    }

    double retries() {
        return metrics.counter("messaging.inbox.retries", "consumer", "notes").count();
    }

    List<String> written() {
        return transactions.call(transaction -> transaction
                .sql("select key, number from note order by place")
                .list(row -> row.text("key") + row.integer("number")));
    }

    /** Key and offset of what is parked, in order. */
    List<String> parked() {
        return transactions.call(transaction -> transaction
                .sql("select key, \"offset\" as place from parked_message order by \"offset\"")
                .list(row -> row.text("key") + ":" + row.number("place")));
    }

    String error(long at) {
        Optional<String> error = transactions.call(transaction -> transaction
                .sql("select error from parked_message where \"offset\" = ?")
                .bind(at)
                .first(row -> row.text("error")));
        return error.orElse("");
    }

    @Override
    public void close() {
        database.close();
    }
}
