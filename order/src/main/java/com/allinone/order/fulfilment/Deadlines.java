package com.allinone.order.fulfilment;

import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.tracing.MessageTraces;
import com.allinone.order.domain.FulfilmentStep.Advanced;
import com.allinone.order.domain.OrderEvent.DeadlinePassed;
import com.allinone.order.port.Orders;
import com.allinone.order.port.Orders.Overdue;
import com.allinone.order.publishing.OrderMessages;
import com.allinone.order.publishing.StepReports;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.Logger;

/** Gives up orders that waited for too long. Any number of replicas may look: each takes rows that no other has. */
@ApplicationScoped
public class Deadlines {

    private static final Logger LOG = Logger.getLogger(Deadlines.class);
    private static final int AT_ONCE = 200;

    private final Transactions transactions;
    private final Orders orders;
    private final StepReports reports;
    private final Clock clock;

    public Deadlines(Transactions transactions, Orders orders, StepReports reports, Clock clock) {
        this.transactions = transactions;
        this.orders = orders;
        this.reports = reports;
        this.clock = clock;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    void look() {
        try {
            while (transactions.call(this::giveUpOverdue) == AT_ONCE) {
                LOG.infof("More orders are overdue than are given up at once, atOnce=%d", AT_ONCE);
            }
        } catch (DatabaseFailure e) {
            LOG.warnf("Deadlines were not looked at and will be in a second, cause=%s", e.getMessage());
        }
    }

    private int giveUpOverdue(Transaction transaction) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Overdue> overdue = orders.lockOverdue(transaction, now, AT_ONCE);
        for (Overdue each : overdue) {
            if (each.order().apply(new DeadlinePassed(), now) instanceof Advanced advanced) {
                advanced.messages()
                        .forEach(message -> transaction.send(
                                OrderMessages.of(message, each.order()), MessageTraces.context(each.traceparent())));
                transaction.afterCommit(reports.advanced(each.order(), MessageTraces.context(each.traceparent())));
            }
        }
        orders.save(transaction, overdue.stream().map(Overdue::order).toList());
        return overdue.size();
    }
}
