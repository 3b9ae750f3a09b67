package com.allinone.messaging.storage;

import com.allinone.messaging.parking.ParkedKey;
import com.allinone.messaging.parking.ParkedMessages;
import com.allinone.messaging.parking.ParkedPages;
import com.allinone.messaging.parking.ParkedRow;
import com.allinone.messaging.sql.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Pages of {@code parked_key}, each with what is needed of its messages. */
@ApplicationScoped
public class JdbcParkedPages implements ParkedPages {

    private static final String KEYS = """
            select held.number, held.consumer, held.key, held.parked_at, counted.messages, head.type,
                   coalesce(head.error, '') as error, coalesce(head.attempts, 0) as attempts
              from (select number, consumer, key, parked_at from parked_key
                     where number > ? and (?::text is null or consumer = ?)
                     order by number limit ?) held
             cross join lateral (select count(*) as messages from parked_message
                                  where consumer = held.consumer and key = held.key) counted
              left join lateral (select type, error, attempts from parked_message
                                  where consumer = held.consumer and key = held.key
                                  order by topic, sequence nulls first, place limit 1) head on true
             order by held.number""";
    private static final String COUNTS = """
            select consumer, count(distinct key) as keys, count(*) as messages from parked_message group by consumer""";

    private final ParkedMessages messages;

    public JdbcParkedPages(ParkedMessages messages) {
        this.messages = messages;
    }

    @Override
    public List<ParkedKey> keys(Transaction transaction, Optional<String> consumer, long after, int limit) {
        return transaction
                .sql(KEYS)
                .bind(after)
                .bind(consumer.orElse(null))
                .bind(consumer.orElse(null))
                .bind(limit)
                .list(row -> new ParkedKey(
                        row.number("number"),
                        row.text("consumer"),
                        row.text("key"),
                        row.instant("parked_at"),
                        row.number("messages"),
                        row.textOrNull("type"),
                        row.text("error"),
                        row.integer("attempts")));
    }

    @Override
    public List<ParkedRow> messages(Transaction transaction, String consumer, String key, int limit) {
        return messages.first(transaction, consumer, key, limit);
    }

    @Override
    public Optional<ParkedRow> message(Transaction transaction, String consumer, String key, long place) {
        return messages.find(transaction, consumer, key, place);
    }

    @Override
    public List<Count> counts(Transaction transaction) {
        return transaction
                .sql(COUNTS)
                .list(row -> new Count(row.text("consumer"), row.number("keys"), row.number("messages")));
    }
}
