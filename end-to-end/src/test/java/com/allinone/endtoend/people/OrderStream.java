package com.allinone.endtoend.people;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Orders of one unit, one after the other; each wish is sent again, under its key, until the shop accepts it. */
public final class OrderStream implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private final List<Order> accepted = new CopyOnWriteArrayList<>();
    private final Shopper shopper;
    private final String wish;
    private final Thread sender;
    private volatile boolean going = true;

    private OrderStream(Shopper shopper, Product product) {
        this.shopper = shopper;
        this.wish = Shopper.wish(product, 1, Shopper.GOOD_CARD);
        this.sender = Thread.ofVirtual().start(this::send);
    }

    public static OrderStream of(Shopper shopper, Product product) {
        return new OrderStream(shopper, product);
    }

    public List<Order> accepted() {
        return List.copyOf(accepted);
    }

    public void awaitAccepted(int orders) {
        await(orders + " accepted orders").atMost(PATIENCE).until(() -> accepted.size() >= orders);
    }

    /** Ends with the answer to the wish that is under way, so that nothing is accepted unseen. */
    public void stop() {
        going = false;
        try {
            sender.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (sender.isAlive()) {
            throw new AssertionError("The last wish was not accepted within " + PATIENCE);
        }
    }

    @Override
    public void close() {
        going = false;
        sender.interrupt();
    }

    private void send() {
        while (going) {
            String key = Shopper.newKey();
            while (!isAccepted(key)) {
                pause();
            }
            pause();
        }
    }

    private boolean isAccepted(String key) {
        try {
            Answer answer = shopper.tries(wish, key);
            if (answer.status() >= 500) {
                return false;
            }
            accepted.add(shopper.accepted(answer));
            return true;
        } catch (UncheckedIOException nobodyThere) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException e) {
            throw new IllegalStateException("The stream was closed", e);
        }
    }
}
