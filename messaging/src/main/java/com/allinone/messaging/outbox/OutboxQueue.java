package com.allinone.messaging.outbox;

import com.allinone.messaging.sql.Row;
import com.allinone.messaging.sql.Transaction;
import java.util.List;

/** The unpublished rows of the log, in order. Every method belongs to the relay's one transaction. */
final class OutboxQueue {

    /** Names the relay among the advisory locks of a service's database. */
    static final long RELAY_LOCK = 0x72656c6179L;

    private static final String HEAD = """
            select log.position, log.message_id, log.topic, log.key, log.type, log.body, log.traceparent,
                   log.cause_id, log.recorded_at
              from (select position, recorded_at from outbox_pending order by position limit ?) head
              join outbox log on log.position = head.position and log.recorded_at = head.recorded_at
             order by log.position""";

    private final Transaction transaction;

    OutboxQueue(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Whether this process is the one that publishes, until the end of the transaction. */
    boolean claimed() {
        return transaction
                .sql("select pg_try_advisory_xact_lock(?) as claimed")
                .bind(RELAY_LOCK)
                .list(row -> row.flag("claimed"))
                .getFirst();
    }

    List<OutboxRow> head(int limit) {
        return transaction.sql(HEAD).bind(limit).list(OutboxQueue::row);
    }

    void published(List<OutboxRow> rows) {
        transaction
                .sql("delete from outbox_pending where position = any(?)")
                .bindArray("bigint", rows.stream().map(OutboxRow::position).toList())
                .update();
    }

    private static OutboxRow row(Row row) {
        return new OutboxRow(
                row.number("position"),
                row.uuid("message_id"),
                row.text("topic"),
                row.text("key"),
                row.text("type"),
                row.text("body"),
                row.textOrNull("traceparent"),
                row.uuidOrNull("cause_id"),
                row.instant("recorded_at"));
    }
}
