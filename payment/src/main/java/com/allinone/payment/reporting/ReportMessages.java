package com.allinone.payment.reporting;

import com.allinone.messaging.OutgoingMessage;
import com.allinone.payment.domain.Finding;
import com.allinone.payment.domain.ReportedBooks;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer to a report as {@code contracts/payment/payment.reported.v1} describes it. */
@RegisterForReflection(
        targets = {ReportMessages.Reported.class, ReportMessages.Entry.class, ReportMessages.Found.class})
final class ReportMessages {

    static final String REPORTED = "payment.reported.v1";
    private static final String TOPIC = "payment.events";
    private static final int LONGEST = 500;

    private ReportMessages() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reported(
            UUID reportId,
            int look,
            UUID coveredUntil,
            @Nullable Instant providerSeenAt,
            List<Entry> payments,
            List<Found> findings) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            UUID orderId,
            UUID paymentId,
            String state,
            @Nullable Long amount,
            @Nullable String currency,
            long captured,
            long refunded) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Found(String kind, String subject, @Nullable UUID orderId, String explanation) {}

    static OutgoingMessage of(ReportedBooks books) {
        var report = books.asked().id();
        var seenAt = books.providerSeenAt();
        return new OutgoingMessage(
                TOPIC,
                report.toString(),
                REPORTED,
                new Reported(
                        report,
                        books.asked().look(),
                        books.coveredUntil().value(),
                        seenAt == null ? null : seenAt.truncatedTo(ChronoUnit.MICROS),
                        books.payments().stream().map(ReportMessages::entry).toList(),
                        books.findings().stream().map(ReportMessages::found).toList()));
    }

    private static Entry entry(ReportedBooks.Entry entry) {
        var payment = entry.payment();
        var charge = payment.charge();
        return new Entry(
                payment.order().value(),
                payment.id().value(),
                payment.state().label(),
                charge == null ? null : charge.money().amount(),
                charge == null ? null : charge.money().currency(),
                entry.captured(),
                entry.refunded());
    }

    private static Found found(Finding finding) {
        var order = finding.order();
        var sentence = finding.explanation();
        return new Found(
                finding.kind().name(),
                finding.subject(),
                order == null ? null : order.value(),
                sentence.length() > LONGEST ? sentence.substring(0, LONGEST) : sentence);
    }
}
