package com.allinone.order.wishing;

import com.allinone.http.problems.Problem;
import com.allinone.http.problems.Problems;
import com.allinone.messaging.MessageIds;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.order.domain.FulfilmentStep.Advanced;
import com.allinone.order.domain.FulfilmentStep.Ignored;
import com.allinone.order.domain.FulfilmentStep.Refused;
import com.allinone.order.domain.Operation;
import com.allinone.order.domain.Operation.Outcome;
import com.allinone.order.domain.OperatorAction;
import com.allinone.order.domain.OrderEvent;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderId;
import com.allinone.order.domain.OrderStatus;
import com.allinone.order.port.Operations;
import com.allinone.order.port.Orders;
import com.allinone.order.publishing.OrderMessages;
import com.allinone.order.publishing.StepReports;
import com.allinone.order.view.OrderView;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** Puts a wish to an order, in one transaction that holds its row: of two wishes at once the second sees the first. */
@ApplicationScoped
public class Wishes {

    private final Transactions transactions;
    private final Orders orders;
    private final Operations operations;
    private final StepReports reports;
    private final MessageIds ids;
    private final Clock clock;

    public Wishes(
            Transactions transactions,
            Orders orders,
            Operations operations,
            StepReports reports,
            MessageIds ids,
            Clock clock) {
        this.transactions = transactions;
        this.orders = orders;
        this.operations = operations;
        this.reports = reports;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The order after the wish; unchanged if it was already on that way.
     *
     * @param visible whether the caller may know of the order
     * @param wish what is wanted of this order
     * @param operator who is put down as its author; empty for the shopper, who is in the event
     * @param conflict the refusal at an order in that status
     * @throws Problem 404 when there is no such order or it is not visible; the conflict when it cannot be
     */
    public OrderView put(
            OrderId id,
            Predicate<OrderHistory> visible,
            Function<OrderHistory, OrderEvent> wish,
            Optional<Author> operator,
            Function<OrderStatus, Problem> conflict) {
        return transactions.call(transaction -> {
            OrderHistory order = Optional.ofNullable(
                            orders.lock(transaction, List.of(id)).get(id))
                    .filter(visible)
                    .orElseThrow(() -> Problems.notFound("Order " + id));
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Outcome outcome = apply(transaction, order, wish.apply(order), now, conflict);
            orders.save(transaction, List.of(order));
            operator.ifPresent(author -> operations.add(
                    transaction,
                    List.of(new Operation(ids.next(), id, author.action().name(), null, author.operator(), now, null)
                            .answered(outcome, "The order is " + order.status(), now))));
            return OrderView.of(order);
        });
    }

    private Outcome apply(
            Transaction transaction,
            OrderHistory order,
            OrderEvent wish,
            Instant now,
            Function<OrderStatus, Problem> conflict) {
        return switch (order.apply(wish, now)) {
            case Advanced advanced -> {
                advanced.messages().forEach(message -> transaction.send(OrderMessages.of(message, order)));
                transaction.afterCommit(reports.advanced(order, Context.current()));
                yield Outcome.DONE;
            }
            case Ignored _ -> Outcome.NOTHING_TO_DO;
            case Refused _ -> throw conflict.apply(order.status());
        };
    }

    /** An operator, and what the wish is called in the audit. */
    public record Author(UUID operator, OperatorAction action) {}
}
