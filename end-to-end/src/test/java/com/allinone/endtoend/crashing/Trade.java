package com.allinone.endtoend.crashing;

import com.allinone.endtoend.people.Operator;
import com.allinone.endtoend.people.Order;
import com.allinone.endtoend.people.Product;
import com.allinone.endtoend.people.Shopper;
import com.allinone.endtoend.shop.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * People who go on buying while services die under them: cards of every kind, shoppers who change their minds early or
 * late, an operator who ships. Whatever is refused or not answered is simply tried with the next order.
 */
final class Trade implements AutoCloseable {

    /** How the orders of one round are paid; a payment provider that only fails would be left alone for a while. */
    private static final List<String> CARDS = List.of(
            Shopper.GOOD_CARD,
            "tok_500_after",
            Shopper.GOOD_CARD,
            Shopper.DECLINED_CARD,
            Shopper.GOOD_CARD,
            "tok_requires_action",
            Shopper.GOOD_CARD,
            "tok_reset_before",
            Shopper.GOOD_CARD,
            "tok_refund_500_after",
            Shopper.GOOD_CARD,
            "tok_webhook_twice");

    private static final int BUYERS = 2;
    private static final Duration BETWEEN_ORDERS = Duration.ofMillis(400);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration SIGNED_IN = Duration.ofMinutes(3);

    private final Shop shop;
    private final List<Thread> people = new ArrayList<>();
    private final ConcurrentLinkedQueue<Order> accepted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Product product;
    private volatile boolean open = true;
    private volatile Operator operator;
    private volatile Shopper shopper;
    private volatile long signedIn;
    private volatile @Nullable Order newest;

    Trade(Shop shop) {
        this.shop = shop;
        this.operator = Operator.signsIn(shop);
        this.shopper = Shopper.signsUp(shop);
        this.signedIn = System.nanoTime();
        this.product = operator.stocks(100_000);
    }

    void begin() {
        for (int buyer = 0; buyer < BUYERS; buyer++) {
            people.add(Thread.ofVirtual().start(() -> goOn(this::buys, BETWEEN_ORDERS)));
        }
        people.add(Thread.ofVirtual().start(() -> goOn(this::decides, BETWEEN_LOOKS)));
        people.add(Thread.ofVirtual().start(() -> goOn(this::signsInAgain, SIGNED_IN.dividedBy(10))));
    }

    Operator operator() {
        return operator;
    }

    Shopper shopper() {
        return shopper;
    }

    Product product() {
        return product;
    }

    /** The order that was accepted last. */
    Order newest() {
        return Objects.requireNonNull(newest, "No order was accepted yet");
    }

    int accepted() {
        return count.get();
    }

    private void buys() {
        Order order = shopper.orders(product, 1, CARDS.get(count.get() % CARDS.size()));
        newest = order;
        int number = count.incrementAndGet();
        if (number % 6 == 0) {
            shopper.cancels(order);
        } else {
            accepted.add(order);
        }
    }

    /** Of the orders that are ready every other one is shipped, the others the shopper does not want any more. */
    private void decides() {
        Order order = accepted.poll();
        if (order == null) {
            return;
        }
        switch (order.status()) {
            case "DELIVERY_READY" -> {
                if (order.id().hashCode() % 2 == 0) {
                    operator.client().post("/api/v1/orders/" + order.id() + "/shipment");
                } else {
                    order.shopper().cancels(order);
                }
            }
            case "CANCELLED", "SHIPPED", "UNWINDING" -> {}
            default -> accepted.add(order);
        }
    }

    private void signsInAgain() {
        if (System.nanoTime() - signedIn > SIGNED_IN.toNanos()) {
            operator = Operator.signsIn(shop);
            shopper = Shopper.signsUp(shop);
            signedIn = System.nanoTime();
        }
    }

    private void goOn(Runnable deed, Duration pause) {
        while (open) {
            tried(deed);
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Services are dead half of the time here: whether a deed went well is asked of the books, not of its answer. */
    static void tried(Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException | AssertionError refused) {
            // The next one may go better.
        }
    }

    @Override
    public void close() {
        open = false;
        people.forEach(Thread::interrupt);
    }
}
