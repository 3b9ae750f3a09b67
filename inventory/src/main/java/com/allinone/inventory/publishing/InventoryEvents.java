package com.allinone.inventory.publishing;

import com.allinone.inventory.domain.Pick;
import com.allinone.inventory.domain.ReportedStock;
import com.allinone.inventory.domain.Shortage;
import com.allinone.inventory.domain.StockAnswer;
import com.allinone.inventory.domain.StockAnswer.StockOverdue;
import com.allinone.inventory.domain.StockAnswer.StockRejected;
import com.allinone.inventory.domain.StockAnswer.StockReleased;
import com.allinone.inventory.domain.StockAnswer.StockReserved;
import com.allinone.messaging.OutgoingMessage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Stock's answers as messages of {@code inventory.events}, keyed by the order. */
public final class InventoryEvents {

    private static final String TOPIC = "inventory.events";

    private InventoryEvents() {}

    public static OutgoingMessage of(StockAnswer answer) {
        UUID order = answer.orderId().value();
        return switch (answer) {
            case StockReserved reserved ->
                message(
                        answer,
                        "stock.reserved.v1",
                        new ReservedBody(
                                order,
                                reserved.expiresAt(),
                                reserved.picks().stream().map(PickBody::of).toList()));
            case StockRejected rejected ->
                message(
                        answer,
                        "stock.rejected.v1",
                        new RejectedBody(
                                order,
                                rejected.reason().name(),
                                rejected.shortages().stream()
                                        .map(ShortageBody::of)
                                        .toList()));
            case StockReleased _ -> message(answer, "stock.released.v1", new ReleasedBody(order));
            case StockOverdue overdue ->
                message(answer, "stock.overdue.v1", new OverdueBody(order, overdue.expiredAt()));
        };
    }

    /** The answer to a report that order asked for, keyed by the report. */
    public static OutgoingMessage of(ReportedStock reported) {
        UUID report = reported.asked().id();
        return new OutgoingMessage(
                TOPIC,
                report.toString(),
                "stock.reported.v1",
                new ReportedBody(
                        report,
                        reported.asked().look(),
                        reported.coveredUntil().value(),
                        reported.reservations().stream().map(EntryBody::of).toList()));
    }

    private static OutgoingMessage message(StockAnswer answer, String type, Object body) {
        return new OutgoingMessage(TOPIC, answer.orderId().toString(), type, body);
    }

    @RegisterForReflection
    record ReservedBody(UUID orderId, Instant expiresAt, List<PickBody> lines) {}

    @RegisterForReflection
    record PickBody(String sku, String warehouse, long quantity) {

        static PickBody of(Pick pick) {
            return new PickBody(
                    pick.shelf().sku().value(), pick.shelf().warehouse().code(), pick.quantity());
        }
    }

    @RegisterForReflection
    record RejectedBody(UUID orderId, String reason, List<ShortageBody> shortages) {}

    @RegisterForReflection
    record ShortageBody(String sku, long requested, long available) {

        static ShortageBody of(Shortage shortage) {
            return new ShortageBody(shortage.sku().value(), shortage.requested(), shortage.available());
        }
    }

    @RegisterForReflection
    record ReleasedBody(UUID orderId) {}

    @RegisterForReflection
    record OverdueBody(UUID orderId, Instant expiredAt) {}

    @RegisterForReflection
    record ReportedBody(UUID reportId, int look, UUID coveredUntil, List<EntryBody> reservations) {}

    @RegisterForReflection
    record EntryBody(UUID orderId, String stage, List<LineBody> lines) {

        static EntryBody of(ReportedStock.Entry entry) {
            return new EntryBody(
                    entry.orderId().value(),
                    entry.stage(),
                    entry.lines().stream()
                            .map(line -> new LineBody(line.sku().value(), line.quantity()))
                            .toList());
        }
    }

    @RegisterForReflection
    record LineBody(String sku, long quantity) {}
}
