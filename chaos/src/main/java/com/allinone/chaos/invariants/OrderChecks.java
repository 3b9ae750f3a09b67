package com.allinone.chaos.invariants;

import com.allinone.chaos.history.Attempt;
import com.allinone.chaos.invariants.Scene.Order;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** What was promised to shoppers, and what became of it. */
final class OrderChecks {
    private static final List<String> ENDS = List.of("DELIVERY_READY", "SHIPPED", "DELIVERED", "CANCELLED");
    private final Scene scene;

    OrderChecks(Scene scene) {
        this.scene = scene;
    }

    List<Invariant> check() throws SQLException {
        return List.of(
                ended(),
                oncePerKey(),
                kept(),
                operated(),
                revived(),
                Invariant.of(
                        "a view says what its events say",
                        scene.found("order", """
                        select o.order_id || ' is at version ' || o.version from orders o
                         where o.version <> (select max(version) from order_event e where e.order_id = o.order_id)
                            or o.version <> (select count(*) from order_event e where e.order_id = o.order_id)"""),
                        scene.orders().size() + " orders"),
                Invariant.of(
                        "nothing happens twice to an order",
                        scene.found("order", """
                        select order_id || ' ' || type || ' ' || count(*) from order_event
                         where type <> 'payment.refund_failed.v1' group by order_id, type having count(*) > 1"""),
                        scene.orders().size() + " orders"));
    }

    /** Also those whose answer never came: an order that exists comes to an end. */
    private Invariant ended() {
        var bad = new ArrayList<String>();
        for (var attempt : scene.attempts()) {
            var id = attempt.order();
            if (id != null && !scene.orders().containsKey(id)) {
                bad.add("order %s was accepted (attempt %d) and does not exist".formatted(id, attempt.number()));
            }
        }
        scene.orders().values().stream()
                .filter(order -> !ENDS.contains(order.status()))
                .forEach(order -> bad.add("order %s is still %s".formatted(order.id(), order.status())));
        var accepted = scene.attempts().stream()
                .filter(attempt -> attempt.order() != null)
                .count();
        return Invariant.of("every accepted order came to one end", bad, accepted + " accepted");
    }

    private Invariant oncePerKey() {
        var byAddress = new HashMap<UUID, List<Order>>();
        scene.orders()
                .values()
                .forEach(order -> byAddress
                        .computeIfAbsent(order.address(), _ -> new ArrayList<>())
                        .add(order));
        var bad = new ArrayList<String>();
        for (var attempt : scene.attempts()) {
            var made = byAddress.getOrDefault(attempt.address(), List.of());
            byAddress.remove(attempt.address());
            if (made.size() > 1) {
                bad.add("attempt %d made %d orders".formatted(attempt.number(), made.size()));
            }
            if (attempt.otherOrder() != null) {
                bad.add("attempt %d was answered with two orders".formatted(attempt.number()));
            }
            if (attempt.refused() && !made.isEmpty()) {
                bad.add("attempt %d was refused (%d) and made an order".formatted(attempt.number(), attempt.refusal()));
            }
            var id = attempt.order();
            if (id != null && made.stream().noneMatch(order -> order.id().equals(id))) {
                bad.add("attempt %d was answered with an order that is not its own".formatted(attempt.number()));
            }
        }
        byAddress.forEach((address, orders) ->
                bad.add("nobody asked for order " + orders.getFirst().id()));
        var unsure = scene.attempts().stream().filter(Attempt::everUnsure).count();
        return Invariant.of("a key makes one order at most", bad, unsure + " keys with a missing answer");
    }

    /** A cancellation that was accepted cancels; a parcel that left has left. */
    private Invariant kept() {
        var bad = new ArrayList<String>();
        var promises = 0;
        for (var attempt : scene.attempts()) {
            var order = attempt.order() == null ? null : scene.orders().get(attempt.order());
            if (order == null) {
                continue;
            }
            if (attempt.cancelled()) {
                promises++;
                if (!order.cancelled()) {
                    bad.add("order %s was to be cancelled and is %s".formatted(order.id(), order.status()));
                }
            }
            if (attempt.shipped()) {
                promises++;
                if (!List.of("SHIPPED", "DELIVERED").contains(order.status())) {
                    bad.add("order %s was shipped and is %s".formatted(order.id(), order.status()));
                }
            }
        }
        return Invariant.of("what was promised of an order held", bad, promises + " promises");
    }

    private Invariant operated() throws SQLException {
        return Invariant.of(
                "what an operator asked for was done or refused",
                scene.found("order", """
                        select p.operation_id || ' ' || action || ' ' || coalesce(outcome, 'without an outcome') || ' '
                               || o.status
                          from operation p join orders o using (order_id)
                         where outcome is null
                            or (action = 'CANCEL' and outcome = 'DONE' and o.status <> 'CANCELLED')"""),
                scene.shop().databases().number("order", "select count(*) from operation") + " operations");
    }

    /** But what an operator wants: a retry says once more that the goods are to be given back. */
    private Invariant revived() throws SQLException {
        return Invariant.of(
                "nothing is said of an order after its cancellation",
                scene.found("order", """
                        select late.key || ' ' || late.type from outbox late
                          join outbox cancelled on cancelled.key = late.key and cancelled.type = 'order.cancelled.v1'
                         where late.position > cancelled.position
                           and late.topic <> 'order.commands'
                           and not (late.type = 'stock.release.v1'
                                    and late.cause_id in (select message_id from outbox retry
                                                           where retry.key = late.key
                                                             and retry.type = 'order.retry.v1'))"""),
                scene.orders().values().stream().filter(Order::cancelled).count() + " cancelled");
    }
}
