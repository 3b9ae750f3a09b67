package com.allinone.chaos.isolation;

import com.allinone.chaos.driving.Answer;
import com.allinone.chaos.driving.Answer.Said;
import com.allinone.chaos.driving.Client;
import com.allinone.chaos.driving.Orders;
import com.allinone.chaos.driving.Person;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sets out on every journey again and again, at a steady pace, and counts which of them fail. */
final class Shoppers {
    private static final int MOST_UNDER_WAY = 400;
    private static final int REMEMBERED = 64;

    private final Client client;
    private final Person shopper;
    private final String sku;
    private final Queue<UUID> viewable = new ArrayDeque<>();
    private final Queue<UUID> cancellable = new ArrayDeque<>();

    Shoppers(Client client, Person shopper, String sku) {
        this.client = client;
        this.shopper = shopper;
        this.sku = sku;
    }

    /** Orders that can be looked at and cancelled while no new one can be placed. */
    void prepare(int orders) {
        for (var i = 0; i < orders; i++) {
            place();
        }
    }

    Map<Journey, Row.Share> shop(Duration time, int eachASecond) throws InterruptedException {
        var tallies = new EnumMap<Journey, Tally>(Journey.class);
        Journey.all().forEach(journey -> tallies.put(journey, new Tally()));
        var underWay = new Semaphore(MOST_UNDER_WAY);
        var end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            for (var journey : Journey.all()) {
                underWay.acquire();
                Thread.ofVirtual().start(() -> {
                    try {
                        tally(tallies, journey).count(go(journey));
                    } finally {
                        underWay.release();
                    }
                });
            }
            TimeUnit.MILLISECONDS.sleep(1_000 / eachASecond);
        }
        underWay.acquire(MOST_UNDER_WAY);
        var shares = new EnumMap<Journey, Row.Share>(Journey.class);
        tallies.forEach((journey, tally) -> shares.put(journey, new Row.Share(tally.begun(), tally.failed())));
        return shares;
    }

    private static Tally tally(Map<Journey, Tally> tallies, Journey journey) {
        var tally = tallies.get(journey);
        if (tally == null) {
            throw new IllegalArgumentException(journey.name());
        }
        return tally;
    }

    private boolean go(Journey journey) {
        return switch (journey) {
            case BROWSE -> ok(get("/api/v1/catalog/products?limit=20"));
            case SEARCH -> ok(get("/api/v1/catalog/products/search?q=mug"));
            case PROFILE -> ok(get("/api/v1/users/me"));
            case VIEW_ORDER -> {
                var order = next(viewable, true);
                yield order != null && ok(get("/api/v1/orders/" + order));
            }
            case PLACE_ORDER -> place();
            case CANCEL -> {
                var order = next(cancellable, false);
                yield order != null && cancelled(order);
            }
        };
    }

    private boolean place() {
        var answer = client.send(
                "POST",
                "/api/v1/orders",
                Orders.body(sku, 1, UUID.randomUUID(), "tok_visa"),
                shopper,
                "Idempotency-Key",
                UUID.randomUUID().toString());
        if (answer instanceof Said said && said.status() == 202) {
            var id = UUID.fromString(said.body().path("id").asText());
            remember(viewable, id);
            remember(cancellable, id);
            return true;
        }
        return false;
    }

    private boolean cancelled(UUID order) {
        var answer = client.send("POST", "/api/v1/orders/" + order + "/cancellation", null, shopper);
        if (ok(answer)) {
            return true;
        }
        // It is still to be cancelled, by the next one who tries.
        remember(cancellable, order);
        return false;
    }

    private Answer get(String path) {
        return client.send("GET", path, null, shopper);
    }

    private static boolean ok(Answer answer) {
        return answer instanceof Said said && said.ok();
    }

    private static void remember(Queue<UUID> orders, UUID order) {
        synchronized (orders) {
            orders.add(order);
            if (orders.size() > REMEMBERED * 8) {
                orders.remove();
            }
        }
    }

    private static @Nullable UUID next(Queue<UUID> orders, boolean keeps) {
        synchronized (orders) {
            var order = orders.poll();
            if (order != null && keeps) {
                orders.add(order);
            }
            return order;
        }
    }
}
