package com.allinone.endtoend.rolling;

import static org.awaitility.Awaitility.await;

import com.allinone.endtoend.people.Answer;
import com.allinone.endtoend.people.Order;
import com.allinone.endtoend.people.Product;
import com.allinone.endtoend.people.Shopper;
import com.allinone.endtoend.shop.Shop;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** People who shop in all of the shop's rooms, and who ask nothing twice: what fails, has failed. */
final class Crowd implements AutoCloseable {

    private static final int PEOPLE = 2;
    private static final int QUESTIONS = 6;
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Order> accepted = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final Product product;
    private final List<Thread> people;
    private volatile boolean going = true;

    /** Somebody, and an order of theirs that is paid. */
    private record Visitor(Shopper shopper, Order paid) {

        static Visitor of(Shop shop, Product product) {
            Shopper shopper = Shopper.signsUp(shop);
            Order order = shopper.orders(product, 1);
            order.awaits("DELIVERY_READY");
            return new Visitor(shopper, order);
        }
    }

    private Crowd(List<Visitor> visitors, Product product) {
        this.product = product;
        visitors.forEach(visitor -> accepted.add(visitor.paid()));
        this.people = visitors.stream()
                .map(visitor -> Thread.ofVirtual().start(() -> shop(visitor)))
                .toList();
    }

    /** Begins at once. */
    static Crowd of(Shop shop, Product product) {
        return new Crowd(
                IntStream.range(0, PEOPLE)
                        .mapToObj(number -> Visitor.of(shop, product))
                        .toList(),
                product);
    }

    List<Order> accepted() {
        return List.copyOf(accepted);
    }

    /** What was not answered as it should have been. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    int answered() {
        return answered.get();
    }

    /** Returns when each of them has been in every room at least once from now on. */
    void goesOn() {
        int wanted = answered.get() + failures.size() + 2 * PEOPLE * QUESTIONS;
        await("answers").atMost(PATIENCE).until(() -> answered.get() + failures.size() >= wanted);
    }

    /** Ends with the answers that are under way, so that nothing is accepted unseen. */
    @Override
    public void close() {
        going = false;
        try {
            for (Thread person : people) {
                if (!person.join(PATIENCE)) {
                    throw new AssertionError("Somebody has waited for more than " + PATIENCE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One room in each service; the payment that is looked at was made before the crowd began. */
    private void shop(Visitor visitor) {
        List<String> rooms = List.of(
                "/api/v1/orders?limit=5",
                "/api/v1/catalog/products/" + product.sku(),
                "/api/v1/inventory/availability/" + product.sku(),
                "/api/v1/users/me",
                "/api/v1/payment/payments/" + visitor.paid().id());
        while (going) {
            orders(visitor.shopper());
            rooms.forEach(room -> asks(() -> visitor.shopper().client().get(room), 200));
        }
    }

    private void orders(Shopper shopper) {
        String wish = Shopper.wish(product, 1, Shopper.GOOD_CARD);
        asks(() -> shopper.tries(wish, Shopper.newKey()), 202)
                .map(shopper::accepted)
                .ifPresent(accepted::add);
    }

    /** The answer if it is the one that was to be expected, after a moment's rest. */
    private Optional<Answer> asks(Supplier<Answer> question, int wanted) {
        try {
            Answer answer = question.get();
            if (answer.status() == wanted) {
                answered.incrementAndGet();
                return Optional.of(answer);
            }
            failures.add("%s was answered with %d: %s".formatted(answer.request(), answer.status(), answer.text()));
        } catch (UncheckedIOException cutOff) {
            failures.add(cutOff.toString());
        } finally {
            rest();
        }
        return Optional.empty();
    }

    private static void rest() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
