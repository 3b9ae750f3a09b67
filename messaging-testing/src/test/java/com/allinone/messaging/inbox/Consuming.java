package com.allinone.messaging.inbox;

import com.allinone.messaging.SystemTicker;
import com.allinone.messaging.outbox.RelaySignal;
import com.allinone.messaging.parts.Database;
import com.allinone.messaging.retention.RetentionAtStart;
import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.storage.JdbcDoneMessages;
import com.allinone.messaging.storage.JdbcParkedMessages;
import com.allinone.messaging.tracing.MessageTraces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A consumer of notes on a database of its own, and what has become of the records that it was given. */
final class Consuming implements AutoCloseable {

    private static final Clock CLOCK = Clock.systemUTC();

    final Database database = new Database();
    final Transactions transactions = database.transactions(CLOCK, new RelaySignal());
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final InboxMetrics counted = new InboxMetrics(metrics);
    final Notes notes = new Notes();
    final BatchConsumer consumer = new BatchConsumer(
            transactions,
            new BatchWork(
                    transactions,
                    new JdbcDoneMessages(),
                    new JdbcParkedMessages(),
                    new MessageTraces(OpenTelemetry.noop()),
                    counted,
                    CLOCK),
            InboxSettings.USUAL,
            counted,
            new SystemTicker());

    Consuming() {
        RetentionAtStart.run(transactions, InboxSettings.USUAL, CLOCK);
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
