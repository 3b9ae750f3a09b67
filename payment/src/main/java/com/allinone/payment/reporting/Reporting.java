package com.allinone.payment.reporting;

import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.tracing.MessageTraces;
import com.allinone.payment.domain.BookComparison;
import com.allinone.payment.domain.BookPage;
import com.allinone.payment.domain.Finding;
import com.allinone.payment.domain.OrderId;
import com.allinone.payment.domain.ProviderIntent;
import com.allinone.payment.domain.ReportedBooks;
import com.allinone.payment.domain.Reports;
import com.allinone.payment.domain.Reports.Sheet;
import com.allinone.payment.domain.Reports.Waiting;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Answers the reports that can be answered, one transaction each. Any number of replicas may. */
@ApplicationScoped
public class Reporting {

    private static final Logger LOG = Logger.getLogger(Reporting.class);

    private final Transactions transactions;
    private final Reports<Transaction> reports;
    private final ReportingConfig config;
    private final Clock clock;

    public Reporting(Transactions transactions, Reports<Transaction> reports, ReportingConfig settings, Clock clock) {
        this.transactions = transactions;
        this.reports = reports;
        this.config = ReportingConfig.checked(settings);
        this.clock = clock;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    @RunOnVirtualThread
    void answerWaiting() {
        try {
            while (transactions.call(this::answerOne)) {
                // There may be another.
            }
        } catch (DatabaseFailure e) {
            LOG.warnf("Reports were not answered and will be in a second, cause=%s", e.getMessage());
        }
    }

    private boolean answerOne(Transaction transaction) {
        var waiting = reports.take(transaction, clock.instant(), config.patience());
        waiting.ifPresent(report -> transaction.send(
                ReportMessages.of(compared(report, reports.read(transaction, report.report()))),
                MessageTraces.context(report.trace())));
        return waiting.isPresent();
    }

    static ReportedBooks compared(Waiting waiting, Sheet sheet) {
        var until = coveredUntil(waiting, sheet);
        List<BookPage> pages = sheet.pages().stream()
                .filter(page -> isBefore(page.payment().order(), until))
                .toList();
        Map<OrderId, List<ProviderIntent>> intents = new HashMap<>();
        sheet.intents().stream()
                .filter(intent -> intent.order() != null && isBefore(intent.order(), until))
                .forEach(intent -> intents.computeIfAbsent(intent.order(), order -> new ArrayList<>())
                        .add(intent));
        List<ReportedBooks.Entry> entries = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Set<OrderId> known = new HashSet<>();
        var seenAt = waiting.providerSeenAt();
        for (var page : pages) {
            known.add(page.payment().order());
            entries.add(new ReportedBooks.Entry(page.payment(), page.captured(), page.refunded()));
            findings.addAll(BookComparison.withLedger(page));
            if (seenAt != null) {
                findings.addAll(BookComparison.withProvider(
                        page, intents.getOrDefault(page.payment().order(), List.of()), seenAt));
            }
        }
        if (seenAt != null) {
            intents.forEach((order, all) -> {
                if (!known.contains(order)) {
                    unknown(all).forEach(findings::add);
                }
            });
            unknown(sheet.homeless()).forEach(findings::add);
        }
        return new ReportedBooks(waiting.report(), until, seenAt, entries, findings);
    }

    private static Stream<Finding> unknown(List<ProviderIntent> intents) {
        return intents.stream().filter(intent -> !intent.isOver()).map(Finding::unknown);
    }

    /** The end of the range, or the first order that does not fit into one answer. */
    private static OrderId coveredUntil(Waiting waiting, Sheet sheet) {
        var until = waiting.report().until();
        if (sheet.pages().size() > ReportedBooks.MOST) {
            until = sheet.pages().get(ReportedBooks.MOST).payment().order();
        }
        if (sheet.intents().size() > ReportedBooks.MOST_INTENTS) {
            var first = sheet.intents().getFirst().order();
            var cut = sheet.intents().get(ReportedBooks.MOST_INTENTS).order();
            // Of one order's intents the first thousand have to do.
            until = cut != null && !cut.equals(first) && isBefore(cut, until) ? cut : until;
        }
        return until;
    }

    private static boolean isBefore(OrderId one, OrderId other) {
        int high = Long.compareUnsigned(
                one.value().getMostSignificantBits(), other.value().getMostSignificantBits());
        return high != 0
                ? high < 0
                : Long.compareUnsigned(
                                one.value().getLeastSignificantBits(),
                                other.value().getLeastSignificantBits())
                        < 0;
    }
}
