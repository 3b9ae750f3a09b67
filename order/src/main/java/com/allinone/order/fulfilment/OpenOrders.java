package com.allinone.order.fulfilment;

import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.tracing.MessageTraces;
import com.allinone.order.domain.OrderId;
import com.allinone.order.port.Orders;
import com.allinone.order.port.Orders.Due;
import com.allinone.order.publishing.StepReports;
import com.allinone.order.redriving.Patience;
import com.allinone.order.redriving.Redriving;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Asks again for orders that wait without a deadline (for the fate of a payment, for a refund, for stock to come back)
 * and got no answer within the bound. It never gives up, and asks ever less often. Any number of replicas may look:
 * each takes rows that no other has.
 */
@ApplicationScoped
public class OpenOrders {

    private static final Logger LOG = Logger.getLogger(OpenOrders.class);
    private static final int AT_ONCE = 200;

    private final Transactions transactions;
    private final Orders orders;
    private final Redriving redriving;
    private final Patience patience;
    private final StepReports reports;
    private final Clock clock;

    public OpenOrders(
            Transactions transactions,
            Orders orders,
            Redriving redriving,
            Patience patience,
            StepReports reports,
            Clock clock) {
        this.transactions = transactions;
        this.orders = orders;
        this.redriving = redriving;
        this.patience = patience;
        this.reports = reports;
        this.clock = clock;
    }

    @Scheduled(
            every = "${order.redriving.look-every:PT5S}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    void lookForAll() {
        try {
            while (look() == AT_ONCE) {
                LOG.infof("More orders are stuck than are asked for at once, atOnce=%d", AT_ONCE);
            }
        } catch (DatabaseFailure e) {
            LOG.warnf("Stuck orders were not looked for and will be in a moment, cause=%s", e.getMessage());
        }
    }

    /** One look, one transaction: asks again for those that are due, and says how many they were. */
    public int look() {
        return transactions.call(this::askAgain);
    }

    private int askAgain(Transaction transaction) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Due> due = orders.lockOpen(transaction, patience.since(now), now, AT_ONCE);
        Map<OrderId, Instant> again = new TreeMap<>();
        for (Due each : due) {
            again.put(each.id(), patience.next(each.looks(), now));
            switch (each) {
                case Due.Waiting(var order, var traceparent, var looks) -> {
                    var trace = MessageTraces.goingOn(traceparent, Duration.between(order.changedAt(), now));
                    List<String> sent = redriving.redrive(transaction, order, trace);
                    transaction.afterCommit(reports.nudged(order, sent, looks + 1, trace));
                }
                case Due.Unreadable unreadable ->
                    transaction.afterCommit(reports.unreadable(unreadable.id(), unreadable.why()));
            }
        }
        orders.lookAgain(transaction, again);
        transaction.afterCommit(reports.stuck(due));
        return due.size();
    }
}
