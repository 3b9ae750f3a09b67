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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        OrderHistory order = begin(user, request, wanted, products.find(transaction, skus(wanted)));
        keep(transaction, Map.of(order, Context.current()));
        if (request.lines() == null) {
            carts.empty(transaction, user);
        }
        return order;
    }

    /** What is known of everything that is to be bought. */
    Map<String, Product> known(Transaction transaction, Collection<PlaceOrder> requests) {
        return products.find(
                transaction,
                requests.stream()
                        .flatMap(request -> skus(lines(request)).stream())
                        .distinct()
                        .toList());
    }

    /**
     * The order that a request which names its lines would be, not yet stored.
     *
     * @param known at least the products that it names
     * @throws com.allinone.http.problems.Problem when it is refused; {@link Refusals} lists why
     */
    OrderHistory begin(UUID user, PlaceOrder request, Map<String, Product> known) {
        List<Carts.Line> wanted = lines(request);
        Map<String, Product> bought = new HashMap<>(known);
        bought.keySet().retainAll(Set.copyOf(skus(wanted)));
        return begin(user, request, wanted, bought);
    }

    private OrderHistory begin(UUID user, PlaceOrder request, List<Carts.Line> wanted, Map<String, Product> known) {
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
        return OrderHistory.begin(order);
    }

    /** Stores new orders, each with the trace that it began in, and says their first messages. */
    void keep(Transaction transaction, Map<OrderHistory, Context> begun) {
        orders.addAll(
                transaction,
                begun.entrySet().stream()
                        .map(each -> new Orders.Begun(each.getKey(), MessageTraces.traceparent(each.getValue())))
                        .toList());
        begun.forEach((order, trace) -> {
            Fulfilment.begin().messages().forEach(message -> transaction.send(OrderMessages.of(message, order), trace));
            transaction.afterCommit(reports.advanced(order, trace));
        });
    }

    private static List<String> skus(List<Carts.Line> lines) {
        return lines.stream().map(Carts.Line::sku).toList();
    }

    private static List<Carts.Line> lines(PlaceOrder request) {
        return request.lines() == null
                ? List.of()
                : request.lines().stream()
                        .map(line -> new Carts.Line(line.sku(), line.quantity(), line.unitPrice()))
                        .toList();
    }

    private List<Carts.Line> wanted(Transaction transaction, UUID user, PlaceOrder request) {
        if (request.lines() != null) {
            return lines(request);
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
