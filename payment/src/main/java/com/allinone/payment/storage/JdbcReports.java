package com.allinone.payment.storage;

import com.allinone.messaging.sql.Row;
import com.allinone.messaging.sql.Transaction;
import com.allinone.payment.domain.BookPage;
import com.allinone.payment.domain.IntentId;
import com.allinone.payment.domain.LedgerEntry;
import com.allinone.payment.domain.OrderId;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentId;
import com.allinone.payment.domain.Report;
import com.allinone.payment.domain.ReportedBooks;
import com.allinone.payment.domain.Reports;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Questions for reports in {@code report_request}; the books they ask for are read without locks. */
@ApplicationScoped
public class JdbcReports implements Reports<Transaction> {

    /** All first looks of a round share one walk: the first of them says how fresh it has to be. */
    private static final String ROUND = """
            insert into report_round (round_id, heard_at) values (?, ?) on conflict do nothing""";

    private static final String FORGET = "delete from report_round where heard_at < ?";
    private static final Duration KEPT = Duration.ofDays(1);
    private static final String ASK = """
            insert into report_request (report_id, look, round_id, from_order, until_order, since, fresh_from, asked_at,
                traceparent)
            select ?, ?, round_id, ?, ?, ?, case when ? = 1 then heard_at else ? end, ?, ?
              from report_round where round_id = ?
            on conflict do nothing""";
    /**
     * The one that waited longest. It is found by itself, before the delete: as a subquery of the delete it may be asked
     * for once for each row, and takes them all.
     */
    private static final String TAKE = """
            with due as (
                select report_id, look, walk.started_at from report_request request
                  left join provider_walk walk
                    on walk.started_at >= request.fresh_from and walk.since <= request.since
                 where walk.started_at is not null
                    or (request.asked_at <= ?
                        and not exists (select from provider_walk where walking is not null and leased_until > ?))
                 order by request.asked_at limit 1 for update of request skip locked)
            delete from report_request using due
             where report_request.report_id = due.report_id and report_request.look = due.look
            returning report_request.*, due.started_at as seen_at""";

    private static final String PAYMENTS =
            "select * from payment where order_id >= ? and order_id < ? order by order_id limit ?";
    private static final String ENTRIES = "select * from ledger_entry where payment_id = any(?)";
    private static final String INTENTS = """
            select * from provider_intent where order_id >= ? and order_id < ? order by order_id, intent_id limit ?""";
    private static final String HOMELESS = """
            select * from provider_intent where order_id is null and created_at >= ? and created_at < ?
             order by created_at limit ?""";

    @Override
    public void ask(Transaction transaction, Report report, @Nullable String trace, Instant now) {
        transaction.sql(FORGET).bind(now.minus(KEPT)).update();
        transaction.sql(ROUND).bind(report.round()).bind(now).update();
        transaction
                .sql(ASK)
                .bind(report.id())
                .bind(report.look())
                .bind(report.from().value())
                .bind(report.until().value())
                .bind(report.intentsSince())
                .bind(report.look())
                .bind(now)
                .bind(now)
                .bind(trace)
                .bind(report.round())
                .update();
    }

    @Override
    public Optional<Waiting> take(Transaction transaction, Instant now, Duration patience) {
        return transaction
                .sql(TAKE)
                .bind(now.minus(patience))
                .bind(now)
                .first(row -> new Waiting(
                        new Report(
                                row.uuid("report_id"),
                                row.integer("look"),
                                row.uuid("round_id"),
                                new OrderId(row.uuid("from_order")),
                                new OrderId(row.uuid("until_order"))),
                        row.textOrNull("traceparent"),
                        row.instantOrNull("seen_at")));
    }

    @Override
    public Sheet read(Transaction transaction, Report report) {
        return new Sheet(
                pages(transaction, report),
                transaction
                        .sql(INTENTS)
                        .bind(report.from().value())
                        .bind(report.until().value())
                        .bind(ReportedBooks.MOST_INTENTS + 1)
                        .list(ProviderIntentRows::read),
                transaction
                        .sql(HOMELESS)
                        .bind(Report.placedAt(report.from()))
                        .bind(Report.placedAt(report.until()))
                        .bind(ReportedBooks.MOST)
                        .list(ProviderIntentRows::read));
    }

    private static List<BookPage> pages(Transaction transaction, Report report) {
        List<Stored> stored = transaction
                .sql(PAYMENTS)
                .bind(report.from().value())
                .bind(report.until().value())
                .bind(ReportedBooks.MOST + 1)
                .list(Stored::read);
        Map<PaymentId, List<LedgerEntry>> entries = transaction
                .sql(ENTRIES)
                .bindArray(
                        "uuid",
                        stored.stream().map(each -> each.payment().id().value()).toList())
                .list(LedgerRows::read)
                .stream()
                .collect(Collectors.groupingBy(LedgerEntry::payment));
        return stored.stream()
                .map(each -> new BookPage(
                        each.payment(),
                        each.intent(),
                        each.changedAt(),
                        entries.getOrDefault(each.payment().id(), List.of())))
                .toList();
    }

    private record Stored(Payment payment, @Nullable IntentId intent, Instant changedAt) {

        static Stored read(Row row) {
            var intent = row.textOrNull("intent_id");
            return new Stored(
                    PaymentRow.read(row), intent == null ? null : new IntentId(intent), row.instant("changed_at"));
        }
    }
}
