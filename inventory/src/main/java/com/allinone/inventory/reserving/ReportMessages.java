package com.allinone.inventory.reserving;

import com.allinone.inventory.domain.OrderId;
import com.allinone.inventory.domain.StockReport;
import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.UnreadableMessage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What order asks when it compares its books with ours. */
final class ReportMessages {

    static final String REPORT = "stock.report.v1";

    private ReportMessages() {}

    /**
     * The question in a message.
     *
     * @throws UnreadableMessage when a field is missing, or the key is not the report
     */
    static StockReport read(IncomingMessage message) {
        StockReport report = message.body(ReportBody.class).report();
        if (!message.key().equals(report.id().toString())) {
            throw new UnreadableMessage("The report " + report.id() + " has the key " + message.key());
        }
        return report;
    }

    @RegisterForReflection
    record ReportBody(
            @Nullable UUID reportId,
            int look,
            @Nullable UUID fromOrderId,
            @Nullable UUID untilOrderId) {

        StockReport report() {
            if (reportId == null || fromOrderId == null || untilOrderId == null) {
                throw new UnreadableMessage("A report names itself and both ends of its range");
            }
            return new StockReport(reportId, look, new OrderId(fromOrderId), new OrderId(untilOrderId));
        }
    }
}
