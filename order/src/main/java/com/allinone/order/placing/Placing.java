package com.allinone.order.placing;

import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.tracing.MessageTraces;
import com.allinone.order.domain.Fulfilment;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderLine;
import com.allinone.order.domain.PlacedOrder;
import com.allinone.order.domain.Product;
import com.allinone.order.port.Carts;
import com.allinone.order.port.OrderIds;
import com.allinone.order.port.Orders;
import com.allinone.order.port.Products;
import com.allinone.order.publishing.OrderMessages;
import com.allinone.order.publishing.StepReports;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes an order in the caller's transaction: checks it, stores it, says its first messages. */
@ApplicationScoped
public class Placing {

    private final Orders orders;
    private final Products products;
    private final Carts carts;
    private final OrderIds ids;
    private final PlacingConfig config;
    private final StepReports reports;
    private final Clock clock;

    public Placing(
            Orders orders,
            Products products,
            Carts carts,
            OrderIds ids,
            PlacingConfig config,
            StepReports reports,
            Clock clock) {
        this.orders = orders;
        this.products = products;
        this.carts = carts;
        this.ids = ids;
        this.config = config;
        this.reports = reports;
        this.clock = clock;
    }

    /**
     * The accepted order.
     *
     * @throws com.allinone.http.problems.Problem when it is refused; {@link Refusals} lists why
     */
    public OrderHistory place(Transaction transaction, UUID user, PlaceOrder request) {
        List<Carts.Line> wanted = wanted(transaction, user, request);
        Map<String, Product> known =
                products.find(transaction, wanted.stream().map(Carts.Line::sku).toList());
        check(wanted, known);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        PlacedOrder order = new PlacedOrder(
                ids.next(),
                user,
                request.addressId(),
                request.paymentMethod(),
                wanted.stream().map(line -> bought(line, known)).toList(),
                now,
                now.plus(config.deadline()));
        totalIsBounded(order);
        OrderHistory history = OrderHistory.begin(order);
        orders.add(transaction, history, MessageTraces.traceparent(Context.current()));
        Fulfilment.begin().messages().forEach(message -> transaction.send(OrderMessages.of(message, history)));
        transaction.afterCommit(reports.advanced(history, Context.current()));
        if (request.lines() == null) {
            carts.empty(transaction, user);
        }
        return history;
    }

    private List<Carts.Line> wanted(Transaction transaction, UUID user, PlaceOrder request) {
        if (request.lines() != null) {
            return request.lines().stream()
                    .map(line -> new Carts.Line(line.sku(), line.quantity(), line.unitPrice()))
                    .toList();
        }
        List<Carts.Line> cart = carts.lines(transaction, user);
        if (cart.isEmpty()) {
            throw Refusals.emptyCart();
        }
        return cart;
    }

    private static void check(List<Carts.Line> wanted, Map<String, Product> known) {
        List<String> unknown = wanted.stream()
                .map(Carts.Line::sku)
                .filter(sku -> !known.containsKey(sku))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusals.unknownProducts(unknown);
        }
        List<String> retired = known.values().stream()
                .filter(product -> !product.listed())
                .map(Product::sku)
                .sorted()
                .toList();
        if (!retired.isEmpty()) {
            throw Refusals.retiredProducts(retired);
        }
        if (wanted.stream().anyMatch(line -> !Refusals.current(line, known).equals(line.seenPrice()))) {
            throw Refusals.pricesChanged(wanted, known);
        }
        List<String> currencies = known.values().stream()
                .map(product -> product.price().currency())
                .distinct()
                .sorted()
                .toList();
        if (currencies.size() > 1) {
            throw Refusals.mixedCurrencies(currencies);
        }
    }

    private static OrderLine bought(Carts.Line line, Map<String, Product> known) {
        Product product = known.get(line.sku());
        if (product == null) {
            throw Refusals.unknownProducts(List.of(line.sku()));
        }
        return new OrderLine(line.sku(), line.quantity(), product.name(), product.price(), product.picture());
    }

    private static void totalIsBounded(PlacedOrder order) {
        try {
            order.total();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw Refusals.totalTooLarge();
        }
    }
}
