package com.allinone.order.rebuilding;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import com.allinone.messaging.MessageIds;
import com.allinone.messaging.sql.Transactions;
import com.allinone.order.domain.Operation;
import com.allinone.order.domain.Operation.Outcome;
import com.allinone.order.domain.OrderId;
import com.allinone.order.port.Operations;
import com.allinone.order.port.Projections;
import com.allinone.order.port.Projections.Comparison;
import com.allinone.order.port.Projections.Difference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Repairs a piece of the orders, and puts down who did it. */
@ApplicationScoped
public class Repairing {

    private static final Logger LOG = Logger.getLogger(Repairing.class);

    private final Transactions transactions;
    private final Projections projections;
    private final Operations operations;
    private final MessageIds ids;
    private final Clock clock;

    public Repairing(
            Transactions transactions, Projections projections, Operations operations, MessageIds ids, Clock clock) {
        this.transactions = transactions;
        this.projections = projections;
        this.operations = operations;
        this.ids = ids;
        this.clock = clock;
    }

    ComparisonView repair(RepairOrders request, UUID operator) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return transactions.call(transaction -> {
            Comparison found = projections.repair(
                    transaction, Optional.ofNullable(request.after()).map(OrderId::new), request.limit());
            Map<OrderId, String> mended = found.differences().stream()
                    .filter(Difference::mendable)
                    .collect(groupingBy(Difference::order, TreeMap::new, mapping(Difference::what, joining(", "))));
            operations.add(
                    transaction,
                    mended.entrySet().stream()
                            .map(each -> new Operation(
                                            ids.next(),
                                            each.getKey(),
                                            Operation.REPAIR_PROJECTION,
                                            request.reason(),
                                            operator,
                                            now,
                                            null)
                                    .answered(Outcome.DONE, "Replaced by what the events say: " + each.getValue(), now))
                            .toList());
            transaction.afterCommit(() -> mended.keySet()
                    .forEach(order -> LOG.warnf("Projection was repaired, orderId=%s by=%s", order, operator)));
            return ComparisonView.of(found, mended.size());
        });
    }
}
