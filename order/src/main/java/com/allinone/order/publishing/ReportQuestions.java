package com.allinone.order.publishing;

import com.allinone.messaging.OutgoingMessage;
import com.allinone.order.domain.OrderRange;
import java.util.List;
import java.util.UUID;

/** Asks inventory and payment for their books of a range of orders. */
public final class ReportQuestions {

    private ReportQuestions() {}

    /** One question to each, keyed by the report: an order that is parked there does not hold it up. */
    public static List<OutgoingMessage> of(UUID report, int look, UUID round, OrderRange range) {
        var body = new MessageBodies.Report(report, look, round, range.from(), range.until());
        return List.of(
                new OutgoingMessage("inventory.commands", report.toString(), "stock.report.v1", body),
                new OutgoingMessage("payment.commands", report.toString(), "payment.report.v1", body));
    }
}
