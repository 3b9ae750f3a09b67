package com.allinone.simulation.shop;

import com.allinone.order.domain.CancelReason;
import com.allinone.order.domain.OperatorAction;
import com.allinone.order.domain.OrderEvent;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderId;
import com.allinone.order.placing.PlaceOrder;
import com.allinone.simulation.world.Choices;
import com.allinone.simulation.world.Life;
import com.allinone.simulation.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Shoppers who order and change their minds, and an operator who ships. */
public final class Customers {

    private static final int PATIENCE_SECONDS = 40;
    private static final int RUSH_MILLIS = 20;
    private static final int QUIET_MILLIS = 5_000;
    private static final List<String> CARDS =
            List.of("tok_visa", "tok_visa", "tok_visa", "tok_visa", "tok_declined", "tok_action", "tok_no_refund");

    private static final List<OperatorAction> ACTIONS = List.of(OperatorAction.values());

    private final Shop shop;
    private final World world;
    private final Choices choices;
    private final Life outside = new Life("customers");
    private final List<OrderId> accepted = new ArrayList<>();
    private int present;

    public Customers(Shop shop) {
        this.shop = shop;
        this.world = shop.world();
        this.choices = world.choices();
    }

    /** So many shoppers, each with one order. */
    public void come(int shoppers) {
        int rush = choices.oneIn(2) ? RUSH_MILLIS : QUIET_MILLIS;
        for (int i = 0; i < shoppers; i++) {
            UUID user = new UUID(0, i + 1L);
            present++;
            world.start(outside, "shopper " + i, () -> {
                world.sleep(Duration.ofMillis(choices.below(rush)));
                visit(user);
                present--;
            });
        }
    }

    /** The orders whose acceptance a shopper was told. */
    public List<OrderId> accepted() {
        return accepted;
    }

    public boolean areGone() {
        return present == 0;
    }

    private void visit(UUID user) {
        List<OrderId> mine = new ArrayList<>();
        request(service -> {
            OrderHistory placed = service.place(user, wanted());
            mine.add(placed.order().id());
        });
        accepted.addAll(mine);
        for (OrderId order : mine) {
            if (choices.oneIn(3)) {
                world.sleep(upTo(PATIENCE_SECONDS));
                request(service ->
                        service.wish(order, new OrderEvent.CancellationRequested(CancelReason.CANCELLED_BY_SHOPPER)));
            }
            if (choices.oneIn(4)) {
                OperatorAction action = ACTIONS.get(choices.below(ACTIONS.size()));
                request(service -> service.operate(order, action));
            }
            if (choices.oneIn(4)) {
                world.sleep(upTo(PATIENCE_SECONDS));
                request(service -> service.wish(order, new OrderEvent.MarkedShipped()));
                request(service -> service.wish(order, new OrderEvent.MarkedDelivered()));
            }
        }
    }

    private PlaceOrder wanted() {
        List<PlaceOrder.Line> lines = new ArrayList<>();
        for (String sku : Assortment.SKUS) {
            if (lines.isEmpty() || choices.oneIn(3)) {
                lines.add(Assortment.line(sku, 1 + choices.below(2)));
            }
        }
        return new PlaceOrder(lines, null, CARDS.get(choices.below(CARDS.size())));
    }

    /** A request to some process of order: it may die on the way, and the shopper never learns what came of it. */
    private void request(Consumer<OrderService> request) {
        List<OrderService> living = shop.orderServices();
        if (living.isEmpty()) {
            return;
        }
        OrderService service = living.get(choices.below(living.size()));
        AtomicBoolean answered = new AtomicBoolean();
        world.start(service.life, "request", () -> {
            service.answering(() -> request.accept(service));
            answered.set(true);
        });
        world.await(() -> answered.get() || service.life.dead());
    }

    private Duration upTo(int seconds) {
        return Duration.ofMillis(choices.below(seconds * 1_000));
    }
}
