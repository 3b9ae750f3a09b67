package com.allinone.messaging.storage;

import com.allinone.messaging.outbox.OutboxEntry;
import com.allinone.messaging.outbox.OutboxLog;
import com.allinone.messaging.outbox.OutboxRow;
import com.allinone.messaging.retention.Retention;
import com.allinone.messaging.sql.Row;
import com.allinone.messaging.sql.Sql;
import com.allinone.messaging.sql.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The log as the partitioned table {@code outbox}, the queue as {@code outbox_pending}: one statement for a batch. */
@ApplicationScoped
public class JdbcOutboxLog implements OutboxLog {

    /** Names the relay among the advisory locks of a service's database. */
    public static final long RELAY_LOCK = 0x72656c6179L;

    private static final String APPEND = """
            with rows as (
              insert into outbox (position, message_id, topic, key, type, body, traceparent, cause_id, recorded_at)
              select nextval('outbox_position'), message_id, topic, key, type, body, traceparent, cause_id, recorded_at
                from (select * from unnest(?, ?, ?, ?, ?, ?, ?, ?) with ordinality
                          as row(message_id, topic, key, type, body, traceparent, cause_id, recorded_at, place)
                       order by place) sent
              returning position, recorded_at)
            insert into outbox_pending (position, recorded_at) select position, recorded_at from rows""";
    /** Row by row: joined as a whole, a plan made while the log was small would go on reading all of it. */
    private static final String HEAD = """
            select log.position, log.message_id, log.topic, log.key, log.type, log.body, log.traceparent,
                   log.cause_id, log.recorded_at
              from (select position, recorded_at from outbox_pending
                     where position <= coalesce((select through from outbox_hold where until > now()), %d)
                     order by position limit ?) head
             cross join lateral (select * from outbox
                                  where position = head.position and recorded_at = head.recorded_at
                                  limit 1) log
             order by log.position""".formatted(Long.MAX_VALUE);

    private static final String POSITIONS = """
            select min(position) as first, max(position) as last from outbox where recorded_at >= ?""";
    private static final String REQUEUE = """
            insert into outbox_pending (position, recorded_at)
            select position, recorded_at from outbox
             where position between ? and ? and recorded_at >= ?
            on conflict do nothing""";
    private static final String HOLD = """
            insert into outbox_hold (through, until) values (?, clock_timestamp() + make_interval(secs => ?))
            on conflict (one) do update set through = excluded.through, until = excluded.until""";

    @Override
    public void append(Transaction transaction, List<OutboxEntry> entries) {
        Sql append = transaction.sql(APPEND);
        column(append, "uuid", entries, OutboxEntry::messageId);
        column(append, "text", entries, OutboxEntry::topic);
        column(append, "text", entries, OutboxEntry::key);
        column(append, "text", entries, OutboxEntry::type);
        column(append, "text", entries, OutboxEntry::body);
        column(append, "text", entries, OutboxEntry::traceparent);
        column(append, "uuid", entries, OutboxEntry::cause);
        column(append, "timestamptz", entries, OutboxEntry::recordedAt);
        append.update();
    }

    @Override
    public boolean claimed(Transaction transaction) {
        return transaction
                .sql("select pg_try_advisory_xact_lock(?) as claimed")
                .bind(RELAY_LOCK)
                .list(row -> row.flag("claimed"))
                .getFirst();
    }

    @Override
    public List<OutboxRow> head(Transaction transaction, int limit) {
        return transaction.sql(HEAD).bind(limit).list(JdbcOutboxLog::row);
    }

    @Override
    public void claimInTurn(Transaction transaction) {
        // A day must not be dropped between its being read and its rows' standing in the queue.
        transaction
                .sql("select pg_advisory_xact_lock_shared(?)")
                .bind(Retention.LOCK)
                .list(row -> true);
        transaction.sql("select pg_advisory_xact_lock(?)").bind(RELAY_LOCK).list(row -> true);
    }

    @Override
    public Optional<Positions> positions(Transaction transaction, Instant from) {
        // From the beginning of its day, the first row of an index answers; from within it, half a day would be read.
        return transaction
                .sql(POSITIONS)
                .bind(from.truncatedTo(ChronoUnit.DAYS))
                .list(row -> {
                    Long first = row.numberOrNull("first");
                    return first == null
                            ? Optional.<Positions>empty()
                            : Optional.of(new Positions(first, row.number("last")));
                })
                .getFirst();
    }

    @Override
    public int requeue(Transaction transaction, Positions positions, Instant from, Duration hold) {
        transaction
                .sql(HOLD)
                .bind(positions.last())
                .bind((double) hold.toSeconds())
                .update();
        return transaction
                .sql(REQUEUE)
                .bind(positions.first())
                .bind(positions.last())
                .bind(from)
                .update();
    }

    @Override
    public void release(Transaction transaction) {
        transaction.sql("delete from outbox_hold").update();
    }

    @Override
    public void published(Transaction transaction, List<OutboxRow> rows) {
        transaction
                .sql("delete from outbox_pending where position = any(?)")
                .bindArray("bigint", rows.stream().map(OutboxRow::position).toList())
                .update();
    }

    private static void column(
            Sql statement, String type, List<OutboxEntry> entries, Function<OutboxEntry, @Nullable Object> value) {
        statement.bindArray(type, entries.stream().map(value).toList());
    }

    private static OutboxRow row(Row row) {
        return new OutboxRow(
                row.number("position"),
                new OutboxEntry(
                        row.uuid("message_id"),
                        row.text("topic"),
                        row.text("key"),
                        row.text("type"),
                        row.text("body"),
                        row.textOrNull("traceparent"),
                        row.uuidOrNull("cause_id"),
                        row.instant("recorded_at")));
    }
}
