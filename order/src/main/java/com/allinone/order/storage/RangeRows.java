package com.allinone.order.storage;

import com.allinone.messaging.MessageJson;
import com.allinone.messaging.sql.Row;
import com.allinone.messaging.sql.Sql;
import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.OrderRange;
import com.allinone.order.port.Rounds.Answered;
import com.allinone.order.port.Rounds.Asking;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The ranges of open rounds in {@code reconciliation_range}; a range that is done is deleted. */
final class RangeRows {

    private static final String INSERT = """
            insert into reconciliation_range (round_id, look, ask_at, asked_at, report_id, from_order, until_order)
            select ?, 1, ?, ?, * from unnest(?, ?, ?)""";
    /** The range goes to where the order after its last one begins; the last range goes to the end of the round. */
    private static final String CUT = """
            with before as (select next_order as from_order, until_order from reconciliation_round
                             where round_id = ? and next_order is not null for update),
                 behind as (select orders.order_id from orders, before
                             where orders.order_id >= from_order and orders.order_id < until_order
                             order by orders.order_id offset ? limit 1),
                 moved as (update reconciliation_round set next_order = (select order_id from behind), moved_at = ?
                            where round_id = ? and next_order is not null returning 1)
            insert into reconciliation_range (report_id, round_id, look, ask_at, asked_at, from_order, until_order)
            select ?, ?, 1, ?, ?, from_order, coalesce((select order_id from behind), until_order)
              from before, moved""";

    private static final String ASK = """
            update reconciliation_range set ask_at = null, asked_at = ?, stock = null, payment = null
             where report_id in (select report_id from reconciliation_range where round_id = ? and ask_at <= ?
                                  order by report_id limit ?)
            returning report_id, from_order, until_order, look""";
    private static final String KEEP_STOCK = """
            with kept as (update reconciliation_range set stock = ?
                           where report_id = ? and look = ? and ask_at is null returning round_id)
            update reconciliation_round set moved_at = ? from kept where reconciliation_round.round_id = kept.round_id""";
    private static final String KEEP_PAYMENT = """
            with kept as (update reconciliation_range set payment = ?
                           where report_id = ? and look = ? and ask_at is null returning round_id)
            update reconciliation_round set moved_at = ? from kept where reconciliation_round.round_id = kept.round_id""";
    private static final String ANSWERED = """
            select *, array_to_json(seen)::text as seen_json from reconciliation_range
             where round_id = ? and ask_at is null and stock is not null and payment is not null
             order by report_id limit 1 for update skip locked""";
    private static final String SHORTEN = "update reconciliation_range set until_order = ? where report_id = ?";
    private static final String AGAIN = """
            update reconciliation_range set look = look + 1, ask_at = ?, seen = ?, stock = null, payment = null
             where report_id = ?""";
    private static final String DONE = """
            with done as (delete from reconciliation_range where report_id = ?)
            update reconciliation_round
               set orders = orders + ?, unsettled = unsettled + ?, unseen = unseen + ?
             where round_id = ?""";

    private RangeRows() {}

    static void insert(Transaction transaction, UUID round, Map<UUID, OrderRange> ranges, Instant now) {
        List<Map.Entry<UUID, OrderRange>> all = List.copyOf(ranges.entrySet());
        transaction
                .sql(INSERT)
                .bind(round)
                .bind(now)
                .bind(now)
                .bindArray("uuid", all.stream().map(Map.Entry::getKey).toList())
                .bindArray(
                        "uuid",
                        all.stream().map(entry -> entry.getValue().from()).toList())
                .bindArray(
                        "uuid",
                        all.stream().map(entry -> entry.getValue().until()).toList())
                .update();
    }

    static boolean cut(Transaction transaction, UUID round, UUID range, int orders, Instant now) {
        return transaction
                        .sql(CUT)
                        .bind(round)
                        .bind(orders)
                        .bind(now)
                        .bind(round)
                        .bind(range)
                        .bind(round)
                        .bind(now)
                        .bind(now)
                        .update()
                == 1;
    }

    static List<Asking> ask(Transaction transaction, UUID round, Instant now, int most) {
        return transaction
                .sql(ASK)
                .bind(now)
                .bind(round)
                .bind(now)
                .bind(most)
                .list(row -> new Asking(row.uuid("report_id"), range(row), row.integer("look")));
    }

    static void keepStock(Transaction transaction, UUID range, int look, String json, Instant now) {
        keep(transaction.sql(KEEP_STOCK), range, look, json, now);
    }

    static void keepPayment(Transaction transaction, UUID range, int look, String json, Instant now) {
        keep(transaction.sql(KEEP_PAYMENT), range, look, json, now);
    }

    private static void keep(Sql statement, UUID range, int look, String json, Instant now) {
        statement.bind(json).bind(range).bind(look).bind(now).update();
    }

    static Optional<Answered> answered(Transaction transaction, UUID round) {
        return transaction
                .sql(ANSWERED)
                .bind(round)
                .first(row -> new Answered(
                        row.uuid("report_id"),
                        range(row),
                        row.integer("look"),
                        row.instant("asked_at"),
                        row.text("stock"),
                        row.text("payment"),
                        MessageJson.list(row.text("seen_json"), String.class)));
    }

    static void shorten(Transaction transaction, UUID range, UUID until) {
        transaction.sql(SHORTEN).bind(until).bind(range).update();
    }

    static void again(Transaction transaction, UUID range, List<String> seen, Instant at) {
        transaction.sql(AGAIN).bind(at).bindArray("text", seen).bind(range).update();
    }

    static void done(Transaction transaction, UUID round, UUID range, int orders, int unsettled, boolean unseen) {
        transaction
                .sql(DONE)
                .bind(range)
                .bind(orders)
                .bind(unsettled)
                .bind(unseen ? 1 : 0)
                .bind(round)
                .update();
    }

    private static OrderRange range(Row row) {
        return new OrderRange(row.uuid("from_order"), row.uuid("until_order"));
    }
}
