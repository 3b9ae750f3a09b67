package com.allinone.order.reconciling;

import com.allinone.messaging.MessageJson;
import com.allinone.order.domain.Books;
import com.allinone.order.domain.Comparison;
import com.allinone.order.domain.Difference;
import com.allinone.order.domain.OrderId;
import com.allinone.order.domain.OrderRange;
import com.allinone.order.port.Rounds.Answered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Both owners' answers about a range, and what follows of them and our own books. Confined to the transaction that
 * compares.
 */
final class RangeComparison {

    private final ReportedBodies.Stock stock;
    private final ReportedBodies.Payments payments;
    private final UUID covered;

    RangeComparison(Answered answered) {
        stock = MessageJson.read(answered.stock(), ReportedBodies.Stock.class);
        payments = MessageJson.read(answered.payment(), ReportedBodies.Payments.class);
        UUID until = answered.range().until();
        UUID both = OrderRange.lesser(until, OrderRange.lesser(stock.coveredUntil(), payments.coveredUntil()));
        // An answer that covers nothing would be asked for again for ever.
        covered = OrderRange.compare(both, answered.range().from()) > 0 ? both : until;
    }

    /** The first id that one of them says nothing about. */
    UUID covered() {
        return covered;
    }

    boolean withoutProvider() {
        return payments.providerSeenAt() == null;
    }

    /**
     * What differs.
     *
     * @param settled how many orders were compared
     * @param unsettled how many have moved too lately
     */
    record Outcome(List<Difference> differences, int settled, int unsettled) {}

    /**
     * Compares up to the first id that is {@code until}.
     *
     * @param movedBefore orders that moved later are on their way and left out
     */
    Outcome with(List<Books.OfOrder> orders, UUID until, Instant movedBefore) {
        Map<UUID, Books.OfStock> reserved = new HashMap<>();
        stock.reservations().forEach(entry -> reserved.put(entry.orderId(), entry.books()));
        Map<UUID, Books.OfPayment> paid = new HashMap<>();
        payments.payments().forEach(entry -> paid.put(entry.orderId(), entry.books()));
        List<Difference> found = new ArrayList<>();
        Set<UUID> known = new HashSet<>();
        Set<UUID> unsettled = new HashSet<>();
        for (Books.OfOrder order : orders) {
            UUID id = order.id().value();
            known.add(id);
            if (order.movedAt().isAfter(movedBefore)) {
                unsettled.add(id);
            } else {
                found.addAll(Comparison.of(order, reserved.get(id), paid.get(id)));
            }
        }
        reserved.forEach((id, entry) -> {
            if (!known.contains(id) && OrderRange.compare(id, until) < 0) {
                found.add(Comparison.orphan(new OrderId(id), entry));
            }
        });
        paid.forEach((id, entry) -> {
            if (!known.contains(id) && OrderRange.compare(id, until) < 0) {
                found.add(Comparison.orphan(new OrderId(id), entry));
            }
        });
        payments.findings().stream()
                .filter(finding -> finding.orderId() == null
                        || (!unsettled.contains(finding.orderId()) && OrderRange.compare(finding.orderId(), until) < 0))
                .map(ReportedBodies.Finding::difference)
                .forEach(found::add);
        return new Outcome(found, known.size() - unsettled.size(), unsettled.size());
    }
}
