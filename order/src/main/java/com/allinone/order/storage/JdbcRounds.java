package com.allinone.order.storage;

import com.allinone.messaging.sql.Row;
import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.Books;
import com.allinone.order.domain.Difference;
import com.allinone.order.domain.OrderRange;
import com.allinone.order.port.Rounds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rounds and what they found; {@link RangeRows} has the ranges of the open ones. */
@ApplicationScoped
public class JdbcRounds implements Rounds {

    /** Any number that nothing else in this database uses. */
    private static final long LOCK = 7_309_453_122_741L;

    private static final String CLAIM = "select pg_try_advisory_xact_lock(?) as claimed";
    private static final String BEGIN = """
            insert into reconciliation_round (round_id, scope, state, started_by, started_at, next_order, until_order,
                moved_at)
            values (?, ?, 'OPEN', ?, ?, ?, ?, ?)""";
    private static final String ROUND = """
            select round.*, (select count(*) from reconciliation_range range where range.round_id = round.round_id)
                   as open
              from reconciliation_round round
            """;
    private static final String OPEN = ROUND + " where state = 'OPEN' order by round_id limit 10";
    private static final String FIND = ROUND + " where round_id = ?";
    private static final String LATEST = ROUND + " where not ? or state <> 'OPEN' order by started_at desc limit 1";
    private static final String LAST_CLEAN = """
            select max(started_at) as at from reconciliation_round round
             where state = 'DONE'
               and not exists (select from reconciliation_difference found where found.round_id = round.round_id)""";
    private static final String LAST_BEGUN =
            "select max(started_at) as at from reconciliation_round where scope = ? and state <> 'GIVEN_UP'";
    private static final String WAITING = """
            select order_id from orders where waits_for is not null and order_id < ? order by order_id limit ?""";
    private static final String FOUND = """
            insert into reconciliation_difference (round_id, found_at, kind, subject, explanation, resent)
            select ?, ?, * from unnest(?, ?, ?, ?)
            on conflict do nothing""";
    private static final String END = """
            update reconciliation_round set state = ?, ended_at = ? where round_id = ? and state = 'OPEN'""";
    private static final String DROP_RANGES = "delete from reconciliation_range where round_id = ?";
    private static final String COUNTS = """
            select kind, count(*) as found from reconciliation_difference where round_id = ? group by kind""";
    private static final String LIST = """
            select * from reconciliation_difference where round_id = ? order by kind, subject limit ?""";
    private static final String FORGET = "delete from reconciliation_round where ended_at < ?";

    @Override
    public boolean claim(Transaction transaction) {
        return transaction
                .sql(CLAIM)
                .bind(LOCK)
                .first(row -> row.flag("claimed"))
                .orElse(false);
    }

    @Override
    public void begin(
            Transaction transaction,
            UUID id,
            Scope scope,
            String startedBy,
            OrderRange range,
            Map<UUID, OrderRange> alone,
            Instant now) {
        transaction
                .sql(BEGIN)
                .bind(id)
                .bind(scope.name())
                .bind(startedBy)
                .bind(now)
                .bind(range.from())
                .bind(range.until())
                .bind(now)
                .update();
        RangeRows.insert(transaction, id, alone, now);
    }

    @Override
    public List<Round> open(Transaction transaction) {
        return transaction.sql(OPEN).list(JdbcRounds::round);
    }

    @Override
    public Optional<Round> find(Transaction transaction, UUID id) {
        return transaction.sql(FIND).bind(id).first(JdbcRounds::round);
    }

    @Override
    public Optional<Round> latest(Transaction transaction, boolean ended) {
        return transaction.sql(LATEST).bind(ended).first(JdbcRounds::round);
    }

    @Override
    public Optional<Instant> lastClean(Transaction transaction) {
        return at(transaction.sql(LAST_CLEAN).list(row -> Optional.ofNullable(row.instantOrNull("at"))));
    }

    @Override
    public Optional<Instant> lastBegun(Transaction transaction, Scope scope) {
        return at(transaction
                .sql(LAST_BEGUN)
                .bind(scope.name())
                .list(row -> Optional.ofNullable(row.instantOrNull("at"))));
    }

    @Override
    public List<UUID> waiting(Transaction transaction, UUID before, int most) {
        return transaction.sql(WAITING).bind(before).bind(most).list(row -> row.uuid("order_id"));
    }

    @Override
    public boolean cut(Transaction transaction, Round round, UUID rangeId, int orders, Instant now) {
        return RangeRows.cut(transaction, round.id(), rangeId, orders, now);
    }

    @Override
    public List<Asking> ask(Transaction transaction, UUID round, Instant now, int most) {
        return RangeRows.ask(transaction, round, now, most);
    }

    @Override
    public void keepStock(Transaction transaction, UUID range, int look, String json, Instant now) {
        RangeRows.keepStock(transaction, range, look, json, now);
    }

    @Override
    public void keepPayment(Transaction transaction, UUID range, int look, String json, Instant now) {
        RangeRows.keepPayment(transaction, range, look, json, now);
    }

    @Override
    public Optional<Answered> answered(Transaction transaction, UUID round) {
        return RangeRows.answered(transaction, round);
    }

    @Override
    public List<Books.OfOrder> books(Transaction transaction, OrderRange range, int most) {
        return BookRows.read(transaction, range, most);
    }

    @Override
    public void shorten(Transaction transaction, UUID round, Answered range, UUID until, UUID restId, Instant now) {
        RangeRows.shorten(transaction, range.id(), until);
        RangeRows.insert(
                transaction,
                round,
                Map.of(restId, new OrderRange(until, range.range().until())),
                now);
    }

    @Override
    public void again(Transaction transaction, UUID range, List<String> seen, Instant at) {
        RangeRows.again(transaction, range, seen, at);
    }

    @Override
    public void done(Transaction transaction, UUID round, UUID range, int orders, int unsettled, boolean unseen) {
        RangeRows.done(transaction, round, range, orders, unsettled, unseen);
    }

    @Override
    public void found(Transaction transaction, UUID round, List<Found> found) {
        if (found.isEmpty()) {
            return;
        }
        transaction
                .sql(FOUND)
                .bind(round)
                .bind(found.getFirst().at())
                .bindArray(
                        "text",
                        found.stream()
                                .map(each -> each.difference().kind().name())
                                .toList())
                .bindArray(
                        "text",
                        found.stream().map(each -> each.difference().subject()).toList())
                .bindArray(
                        "text",
                        found.stream()
                                .map(each -> each.difference().explanation())
                                .toList())
                .bindArray("bool", found.stream().map(Found::resent).toList())
                .update();
    }

    @Override
    public void end(Transaction transaction, UUID round, State state, Instant now) {
        transaction.sql(END).bind(state.name()).bind(now).bind(round).update();
        transaction.sql(DROP_RANGES).bind(round).update();
    }

    @Override
    public Map<Difference.Kind, Long> counts(Transaction transaction, UUID round) {
        Map<Difference.Kind, Long> counts = new EnumMap<>(Difference.Kind.class);
        transaction.sql(COUNTS).bind(round).list(row -> counts.put(kind(row), row.number("found")) == null);
        return counts;
    }

    @Override
    public List<Found> list(Transaction transaction, UUID round, int most) {
        return transaction
                .sql(LIST)
                .bind(round)
                .bind(most)
                .list(row -> new Found(
                        new Difference(row.text("subject"), kind(row), row.text("explanation"), row.flag("resent")),
                        row.flag("resent"),
                        row.instant("found_at")));
    }

    @Override
    public void forget(Transaction transaction, Instant before) {
        transaction.sql(FORGET).bind(before).update();
    }

    private static Round round(Row row) {
        return new Round(
                row.uuid("round_id"),
                Scope.valueOf(row.text("scope")),
                row.text("started_by"),
                row.instant("started_at"),
                row.instantOrNull("ended_at"),
                State.valueOf(row.text("state")),
                row.number("orders"),
                row.number("unsettled"),
                row.number("unseen"),
                row.number("open"),
                row.uuidOrNull("next_order") == null,
                row.instant("moved_at"));
    }

    private static Difference.Kind kind(Row row) {
        return Difference.Kind.valueOf(row.text("kind"));
    }

    private static Optional<Instant> at(List<Optional<Instant>> rows) {
        return rows.stream().flatMap(Optional::stream).findFirst();
    }
}
