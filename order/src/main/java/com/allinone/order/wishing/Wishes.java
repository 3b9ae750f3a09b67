package com.allinone.order.wishing;

import com.allinone.http.problems.Problem;
import com.allinone.http.problems.Problems;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.order.domain.FulfilmentStep.Advanced;
import com.allinone.order.domain.FulfilmentStep.Ignored;
import com.allinone.order.domain.FulfilmentStep.Refused;
import com.allinone.order.domain.OrderEvent;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderId;
import com.allinone.order.domain.OrderStatus;
import com.allinone.order.port.Orders;
import com.allinone.order.publishing.OrderMessages;
import com.allinone.order.publishing.StepReports;
import com.allinone.order.view.OrderView;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Puts a wish to an order, in one transaction that holds its row: of two wishes at once the second sees the first. */
@ApplicationScoped
public class Wishes {

    private final Transactions transactions;
    private final Orders orders;
    private final StepReports reports;
    private final Clock clock;

    public Wishes(Transactions transactions, Orders orders, StepReports reports, Clock clock) {
        this.transactions = transactions;
        this.orders = orders;
        this.reports = reports;
        this.clock = clock;
    }

    /**
     * The order after the wish; unchanged if it was already on that way.
     *
     * @param visible whether the caller may know of the order
     * @param wish what is wanted of this order
     * @param conflict the refusal at an order in that status
     * @throws Problem 404 when there is no such order or it is not visible; the conflict when it cannot be
     */
    public OrderView put(
            OrderId id,
            Predicate<OrderHistory> visible,
            Function<OrderHistory, OrderEvent> wish,
            Function<OrderStatus, Problem> conflict) {
        return transactions.call(transaction -> {
            OrderHistory order = Optional.ofNullable(
                            orders.lock(transaction, List.of(id)).get(id))
                    .filter(visible)
                    .orElseThrow(() -> Problems.notFound("Order " + id));
            apply(transaction, order, wish.apply(order), conflict);
            orders.save(transaction, List.of(order));
            return OrderView.of(order);
        });
    }

    private void apply(
            Transaction transaction, OrderHistory order, OrderEvent wish, Function<OrderStatus, Problem> conflict) {
        switch (order.apply(wish, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            case Advanced advanced -> {
                advanced.messages().forEach(message -> transaction.send(OrderMessages.of(message, order)));
                transaction.afterCommit(reports.advanced(order, Context.current()));
            }
            case Ignored _ -> {}
            case Refused _ -> throw conflict.apply(order.status());
        }
    }
}
