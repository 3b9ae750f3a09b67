package com.allinone.endtoend.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.endtoend.Story;
import com.allinone.endtoend.people.Operator;
import com.allinone.endtoend.people.Order;
import com.allinone.endtoend.people.OrderStream;
import com.allinone.endtoend.people.Product;
import com.allinone.endtoend.people.Shopper;
import com.allinone.endtoend.shop.Databases;
import com.allinone.endtoend.shop.Shop;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The shop goes back to a moment. What was bought before it is as it was, what came after it never happened, and nobody
 * has paid for what they do not get. {@code BooksStory} looks at everything once more when all is over.
 */
@Story
@org.junit.jupiter.api.Order(Integer.MAX_VALUE - 2)
class RestoreStory {

    private static final Duration PATIENCE = Shop.DEADLINE.plusSeconds(30);
    private static final int PLENTY = 500;

    private final Shop shop;
    private final Databases databases;

    RestoreStory(Shop shop) {
        this.shop = shop;
        this.databases = shop.databases();
    }

    @Test
    void aMomentIsRestoredAndNobodyPaysForWhatNeverHappened() {
        Operator operator = Operator.signsIn(shop);
        Product product = operator.stocks(PLENTY);
        Shopper shopper = Shopper.signsUp(shop);
        Order beforeTheBackup = ready(shopper, product);
        shop.backsUp();
        Order regretted = ready(shopper, product);
        List<Order> around = new ArrayList<>();
        Instant moment;
        try (var stream = OrderStream.of(shopper, product)) {
            stream.awaitAccepted(5);
            moment = Instant.now();
            stream.awaitAccepted(stream.accepted().size() + 5);
            stream.stop();
            around.addAll(stream.accepted());
        }
        Order lost = ready(shopper, product);
        shopper.cancels(regretted);
        regretted.awaits("CANCELLED");
        assertThat(shop.provider().keptOf(lost.id())).isEqualTo(product.amount());
        assertThat(shop.provider().keptOf(regretted.id())).isZero();

        boolean agreeing = shop.restores(moment);

        // What came later is gone, and its money went back.
        assertThat(shopper.client().get("/api/v1/orders/" + lost.id()).status()).isEqualTo(404);
        assertThat(shop.provider().keptOf(lost.id())).isZero();
        // A cancellation that came later is gone, too; the refund is not, and that only a person can judge.
        assertThat(agreeing).isFalse();
        assertThat(regretted.status()).isEqualTo("DELIVERY_READY");
        shopper.cancels(regretted);
        regretted.awaits("CANCELLED", PATIENCE);

        List<Order> there = around.stream().filter(this::isThere).toList();
        assertThat(there).as("orders of before the moment").hasSizeGreaterThanOrEqualTo(5);
        assertThat(there).as("orders of after it").hasSizeLessThan(around.size());
        assertThat(around.stream().filter(order -> !isThere(order)))
                .allSatisfy(
                        order -> assertThat(shop.provider().keptOf(order.id())).isZero());
        long delivered = Stream.concat(there.stream(), Stream.of(beforeTheBackup))
                .filter(order -> isDeliveredAndPaidOrNeither(order, product))
                .count();
        Order fresh = ready(shopper, product);
        assertThat(shop.provider().keptOf(fresh.id())).isEqualTo(product.amount());
        assertThat(operator.available(product)).isEqualTo(PLENTY - delivered - 1);

        var books = shop.reconciles();

        assertThat(books.json().path("first")).isEqualTo(JsonNodeFactory.instance.arrayNode());
        assertThat(books.exitCode()).isZero();
    }

    private static Order ready(Shopper shopper, Product product) {
        Order order = shopper.orders(product, 1);
        order.awaits("DELIVERY_READY");
        return order;
    }

    private boolean isThere(Order order) {
        return databases.number(
                        "order",
                        "select count(*) from orders where order_id = ?",
                        java.util.UUID.fromString(order.id()))
                == 1;
    }

    private boolean isDeliveredAndPaidOrNeither(Order order, Product product) {
        String status = order.ends(PATIENCE).path("status").asText();
        boolean delivered = status.equals("DELIVERY_READY");
        assertThat(delivered || status.equals("CANCELLED")).as(status).isTrue();
        assertThat(shop.provider().keptOf(order.id())).as(order.id()).isEqualTo(delivered ? product.amount() : 0);
        return delivered;
    }
}
