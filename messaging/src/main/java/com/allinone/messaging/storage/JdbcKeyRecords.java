package com.allinone.messaging.storage;

import com.allinone.messaging.records.KeyRecords;
import com.allinone.messaging.sql.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The rows of {@code outbox}, {@code inbox} and {@code parked_message} that belong to one key, each found by an index. */
@ApplicationScoped
public class JdbcKeyRecords implements KeyRecords {

    private static final String SAID = """
            select said.*, not exists (select from outbox_pending waiting where waiting.position = said.position)
                   as published
              from (select position, message_id, type, topic, recorded_at, cause_id, traceparent from outbox
                     where key = ? order by position limit ?) said
             order by said.position""";
    private static final String HEARD = """
            select message_id, consumer, deliveries from inbox
             where consumer = any(?) and message_id = any(?) order by message_id, consumer""";
    private static final String PARKED = """
            select consumer, place, topic, message_id, type, error, attempts, parked_at from parked_message
             where consumer = any(?) and key = ? order by consumer, topic, sequence nulls first, place limit ?""";

    @Override
    public List<Said> said(Transaction transaction, String key, int most) {
        return transaction
                .sql(SAID)
                .bind(key)
                .bind(most)
                .list(row -> new Said(
                        row.uuid("message_id"),
                        row.text("type"),
                        row.text("topic"),
                        row.instant("recorded_at"),
                        row.uuidOrNull("cause_id"),
                        row.flag("published"),
                        row.textOrNull("traceparent")));
    }

    @Override
    public List<Heard> heard(Transaction transaction, Collection<String> consumers, Collection<UUID> ids) {
        return transaction
                .sql(HEARD)
                .bindArray("text", consumers)
                .bindArray("uuid", ids)
                .list(row -> new Heard(row.uuid("message_id"), row.text("consumer"), row.integer("deliveries")));
    }

    @Override
    public List<Parked> parked(Transaction transaction, Collection<String> consumers, String key, int most) {
        return transaction
                .sql(PARKED)
                .bindArray("text", consumers)
                .bind(key)
                .bind(most)
                .list(row -> new Parked(
                        row.text("consumer"),
                        row.number("place"),
                        row.text("topic"),
                        row.uuidOrNull("message_id"),
                        row.textOrNull("type"),
                        row.text("error"),
                        row.integer("attempts"),
                        row.instant("parked_at")));
    }
}
