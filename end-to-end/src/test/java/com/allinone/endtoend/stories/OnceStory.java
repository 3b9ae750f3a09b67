package com.allinone.endtoend.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.endtoend.Story;
import com.allinone.endtoend.people.Answer;
import com.allinone.endtoend.people.Operator;
import com.allinone.endtoend.people.Order;
import com.allinone.endtoend.people.Product;
import com.allinone.endtoend.people.Shopper;
import com.allinone.endtoend.shop.Shop;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Trying again is safe: the same request twice is one order and one charge. */
@Story
class OnceStory {

    private final Shop shop;
    private final Product product;
    private final Shopper shopper;

    OnceStory(Shop shop) {
        this.shop = shop;
        this.product = Operator.signsIn(shop).stocks(20);
        this.shopper = Shopper.signsUp(shop);
    }

    @Test
    void theSameKeyTwiceIsOneOrderAndOneCharge() {
        String wish = Shopper.wish(product, 1, Shopper.GOOD_CARD);
        String key = Shopper.newKey();

        Answer first = shopper.tries(wish, key);
        Order order = shopper.accepted(first);
        order.awaits("DELIVERY_READY");
        Answer second = shopper.tries(wish, key);

        assertThat(second.expecting(202).json()).isEqualTo(first.json());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(shopper.seesTheirOrders().path("items")).hasSize(1);
        assertThat(shop.provider().intentsOf(order.id())).hasSize(1);
        assertThat(shop.provider().keptOf(order.id())).isEqualTo(product.amount());
    }

    @Test
    void theSameKeyManyTimesAtOnceIsOneOrder() {
        String wish = Shopper.wish(product, 1, Shopper.GOOD_CARD);
        String key = Shopper.newKey();

        List<Order> accepted = IntStream.range(0, 8)
                .parallel()
                .mapToObj(attempt -> shopper.accepted(shopper.tries(wish, key)))
                .toList();

        assertThat(accepted.stream().map(Order::id).distinct()).hasSize(1);
        accepted.getFirst().awaits("DELIVERY_READY");
        assertThat(shopper.seesTheirOrders().path("items")).hasSize(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        String key = Shopper.newKey();
        shopper.accepted(shopper.tries(Shopper.wish(product, 1, Shopper.GOOD_CARD), key));

        Answer other = shopper.tries(Shopper.wish(product, 2, Shopper.GOOD_CARD), key);

        other.refusing(422, "idempotency-key-reused");
        assertThat(shopper.seesTheirOrders().path("items")).hasSize(1);
    }

    @Test
    void aRefusalLeavesTheKeyFree() {
        String key = Shopper.newKey();
        shopper.tries(Shopper.wish(product, 0, Shopper.GOOD_CARD), key).refusing(400, "invalid-body");

        Answer corrected = shopper.tries(Shopper.wish(product, 1, Shopper.GOOD_CARD), key);

        shopper.accepted(corrected).awaits("DELIVERY_READY");
    }

    @Test
    void anOrderWithoutAKeyIsRefused() {
        shopper.client()
                .post("/api/v1/orders", Shopper.wish(product, 1, Shopper.GOOD_CARD))
                .refusing(400, "idempotency-key-required");
    }
}
