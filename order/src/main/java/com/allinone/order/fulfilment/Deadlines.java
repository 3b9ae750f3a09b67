package com.allinone.order.fulfilment;

import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.tracing.MessageTraces;
import com.allinone.order.domain.FulfilmentStep.Advanced;
import com.allinone.order.domain.OrderEvent.DeadlinePassed;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderId;
import com.allinone.order.port.Orders;
import com.allinone.order.port.Orders.Due;
import com.allinone.order.publishing.OrderMessages;
import com.allinone.order.publishing.StepReports;
import com.allinone.order.redriving.Patience;
import io.opentelemetry.context.Context;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Gives up orders that waited for too long. Any number of replicas may look: each takes rows that no other has. */
@ApplicationScoped
public class Deadlines {

    private static final Logger LOG = Logger.getLogger(Deadlines.class);
    private static final int AT_ONCE = 200;

    private final Transactions transactions;
    private final Orders orders;
    private final Patience patience;
    private final StepReports reports;
    private final Clock clock;

    public Deadlines(Transactions transactions, Orders orders, Patience patience, StepReports reports, Clock clock) {
        this.transactions = transactions;
        this.orders = orders;
        this.patience = patience;
        this.reports = reports;
        this.clock = clock;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    void lookForAll() {
        try {
            while (look() == AT_ONCE) {
                LOG.infof("More orders are overdue than are given up at once, atOnce=%d", AT_ONCE);
            }
        } catch (DatabaseFailure e) {
            LOG.warnf("Deadlines were not looked at and will be in a second, cause=%s", e.getMessage());
        }
    }

    /** One look, one transaction: gives up those that are overdue, and says how many they were. */
    public int look() {
        return transactions.call(this::giveUpOverdue);
    }

    private int giveUpOverdue(Transaction transaction) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Due> overdue = orders.lockOverdue(transaction, now, AT_ONCE);
        List<OrderHistory> changed = new ArrayList<>();
        Map<OrderId, Instant> later = new TreeMap<>();
        for (Due each : overdue) {
            switch (each) {
                case Due.Waiting(var order, var traceparent, var looks) -> {
                    if (givenUp(transaction, order, MessageTraces.context(traceparent), now)) {
                        changed.add(order);
                    } else {
                        later.put(order.order().id(), patience.next(looks, now));
                    }
                }
                // It must not stand in the way of the others.
                case Due.Unreadable(var id, var why, var looks) -> {
                    later.put(id, patience.next(looks, now));
                    transaction.afterCommit(reports.unreadable(id, why));
                }
            }
        }
        orders.save(transaction, changed);
        orders.lookAgain(transaction, later);
        return overdue.size();
    }

    private boolean givenUp(Transaction transaction, OrderHistory order, Context trace, Instant now) {
        if (order.apply(new DeadlinePassed(), now) instanceof Advanced advanced) {
            advanced.messages().forEach(message -> transaction.send(OrderMessages.of(message, order), trace));
            transaction.afterCommit(reports.advanced(order, trace));
            return true;
        }
        return false;
    }
}
