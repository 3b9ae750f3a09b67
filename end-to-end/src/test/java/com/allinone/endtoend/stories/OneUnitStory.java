package com.allinone.endtoend.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.allinone.endtoend.Story;
import com.allinone.endtoend.people.Operator;
import com.allinone.endtoend.people.Product;
import com.allinone.endtoend.people.Shopper;
import com.allinone.endtoend.shop.Databases;
import com.allinone.endtoend.shop.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A thousand buyers at once want the one unit there is. */
@Story
class OneUnitStory {

    private static final int BUYERS = 1_000;
    private static final Duration PATIENCE = Shop.DEADLINE.plusSeconds(30);
    private static final String ENDED = """
            select count(*) from orders join order_line using (order_id) where sku = ? and status = any(?)""";

    private final Operator operator;
    private final Shopper shopper;
    private final Databases databases;

    OneUnitStory(Shop shop) {
        this.operator = Operator.signsIn(shop);
        this.shopper = Shopper.signsUp(shop);
        this.databases = shop.databases();
    }

    @Test
    void atMostOneGetsIt() {
        Product product = operator.stocks(1);

        assertThat(accepted(product, Shopper.GOOD_CARD)).isEqualTo(BUYERS);

        awaitTheEndOfAll(product);
        assertThat(ended(product, "DELIVERY_READY")).isLessThanOrEqualTo(1);
        assertThat(operator.available(product)).isEqualTo(1 - ended(product, "DELIVERY_READY"));
    }

    @Test
    void whenNobodyCanPayItIsThereAgain() {
        Product product = operator.stocks(1);

        assertThat(accepted(product, Shopper.DECLINED_CARD)).isEqualTo(BUYERS);

        awaitTheEndOfAll(product);
        assertThat(ended(product, "CANCELLED")).isEqualTo(BUYERS);
        assertThat(operator.available(product)).isEqualTo(1);
        shopper.orders(product, 1).awaits("DELIVERY_READY");
    }

    /** All send their wish at the same time; how many were accepted. */
    private long accepted(Product product, String card) {
        try (var buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> wishes = new ArrayList<>();
            for (int buyer = 0; buyer < BUYERS; buyer++) {
                wishes.add(() -> insists(Shopper.wish(product, 1, card)));
            }
            long accepted = 0;
            for (Future<Integer> answer : buyers.invokeAll(wishes)) {
                accepted += answer.get() == 202 ? 1 : 0;
            }
            return accepted;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A buyer was not answered", failed);
        }
    }

    /** Whoever is turned away because all is busy (503) tries again under the same key, as the answer says. */
    private int insists(String wish) throws InterruptedException {
        String key = Shopper.newKey();
        int status = shopper.tries(wish, key).status();
        for (int again = 0; again < 5 && status == 503; again++) {
            Thread.sleep(1_000);
            status = shopper.tries(wish, key).status();
        }
        return status;
    }

    private void awaitTheEndOfAll(Product product) {
        await("the end of " + BUYERS + " orders")
                .atMost(PATIENCE)
                .until(() -> ended(product, "DELIVERY_READY", "CANCELLED") == BUYERS);
    }

    private long ended(Product product, String... statuses) {
        return databases.number("order", ENDED, product.sku(), statuses);
    }
}
