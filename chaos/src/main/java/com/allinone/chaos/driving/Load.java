package com.allinone.chaos.driving;

import com.allinone.chaos.driving.Goods.Good;
import com.allinone.chaos.driving.Goods.Kind;
import com.allinone.chaos.history.History;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/** Shoppers who come one after the other, at a pace that can change, and do not wait for each other. */
public final class Load implements AutoCloseable {
    private static final int SHOPPERS = 12;
    private static final int MOST_UNDER_WAY = 3_000;
    private static final int RESTOCKS = 20;
    private static final Duration RENEWAL = Duration.ofSeconds(5);

    private final Client client;
    private final History history;
    private final Goods goods;
    private final long seed;
    private final int orders;
    private final Counting counting = new Counting();
    private final Semaphore underWay = new Semaphore(MOST_UNDER_WAY);
    private final List<Person> shoppers = new ArrayList<>();
    private final Person olivia;
    private final Operator operator;
    private final Thread renewing;

    public Load(Client client, History history, long seed, int orders) {
        this.client = client;
        this.history = history;
        this.seed = seed;
        this.orders = orders;
        this.goods = new Goods(orders);
        this.olivia = Person.signsIn(client, "olivia", "olivia-demo");
        shoppers.add(Person.signsIn(client, "minji", "minji-demo"));
        shoppers.add(Person.signsIn(client, "jiho", "jiho-demo"));
        this.operator = new Operator(client, olivia, shoppers.getFirst());
        this.renewing = Thread.ofVirtual().start(this::renew);
    }

    /** Signs shoppers up and puts everything on the shelves. */
    public void prepare() {
        for (var i = shoppers.size(); i < SHOPPERS; i++) {
            shoppers.add(SigningUp.somebody(client, seed, i));
        }
        operator.stock(goods.all());
    }

    public Counting counting() {
        return counting;
    }

    public Goods goods() {
        return goods;
    }

    public Operator operator() {
        return operator;
    }

    /** Somebody who has signed up. */
    public Person shopper() {
        return shoppers.getLast();
    }

    /** Sends every order; returns when the last shopper has gone. */
    public void run(DoubleSupplier rate) throws InterruptedException {
        var next = System.nanoTime();
        for (var number = 0; number < orders; number++) {
            next = Math.max(next, System.nanoTime() - TimeUnit.SECONDS.toNanos(1))
                    + (long) (TimeUnit.SECONDS.toNanos(1) / rate.getAsDouble());
            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            underWay.acquire();
            begin(Plan.of(seed, number, shoppers.size(), goods));
            if (number % Math.max(1, orders / RESTOCKS) == 0 && number > 0) {
                restock(number);
            }
        }
        underWay.acquire(MOST_UNDER_WAY);
        underWay.release(MOST_UNDER_WAY);
    }

    private void begin(Plan plan) {
        counting.begun.incrementAndGet();
        counting.underWay.incrementAndGet();
        Thread.ofVirtual().start(() -> {
            try {
                new Shopping(client, shoppers.get(plan.shopper()), olivia, plan, history, counting).run();
            } catch (InterruptedException stopNow) {
                Thread.currentThread().interrupt();
            } finally {
                counting.underWay.decrementAndGet();
                underWay.release();
            }
        });
    }

    /** What is scarce comes in again now and then. */
    private void restock(int number) throws InterruptedException {
        underWay.acquire();
        Thread.ofVirtual().start(() -> {
            try {
                operator.receive(
                        "restock-" + number,
                        goods.of(Kind.SCARCE).stream()
                                .map(good -> new Good(good.sku(), good.kind(), Math.max(2, good.units() / 10)))
                                .toList());
            } finally {
                underWay.release();
            }
        });
    }

    private void renew() {
        try {
            while (!Thread.interrupted()) {
                Thread.sleep(RENEWAL);
                olivia.renewIfDue();
                List.copyOf(shoppers).forEach(Person::renewIfDue);
            }
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        renewing.interrupt();
    }
}
