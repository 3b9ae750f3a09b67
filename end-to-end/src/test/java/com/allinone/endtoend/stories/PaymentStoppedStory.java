package com.allinone.endtoend.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.allinone.endtoend.Story;
import com.allinone.endtoend.people.Operator;
import com.allinone.endtoend.people.Order;
import com.allinone.endtoend.people.Product;
import com.allinone.endtoend.people.Shopper;
import com.allinone.endtoend.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Payment is away for a while: orders wait, and after their deadline are given up for certain. */
@Story
class PaymentStoppedStory {

    private final Shop shop;
    private final Operator operator;
    private final Shopper shopper;
    private final Product product;

    PaymentStoppedStory(Shop shop) {
        this.shop = shop;
        this.operator = Operator.signsIn(shop);
        this.shopper = Shopper.signsUp(shop);
        this.product = operator.stocks(5);
    }

    @AfterEach
    void startPaymentAgain() {
        shop.starts("payment");
    }

    @Test
    void ordersWaitWhilePaymentIsAwayForLessThanTheirDeadlineAndFinishWhenItIsBack() {
        shop.stops("payment");

        Order order = shopper.orders(product, 2);
        JsonNode waiting = order.awaits("AWAITING_PAYMENT");
        shop.starts("payment");
        order.awaits("DELIVERY_READY");

        assertThat(waiting.path("waitsFor").asText()).isEqualTo("payment");
        assertThat(shop.provider().keptOf(order.id())).isEqualTo(2 * product.amount());
        assertThat(operator.available(product)).isEqualTo(3);
    }

    @Test
    void ordersAreCancelledUnchargedWhenPaymentIsAwayForLongerAndTheirStockIsGivenBack() {
        shop.stops("payment");

        Order order = shopper.orders(product, 2);
        order.awaits("AWAITING_PAYMENT");
        await("the deadline")
                .atMost(Shop.DEADLINE.plusSeconds(20))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> order.status().equals("AWAITING_PAYMENT_FATE"));
        assertThat(operator.available(product))
                .as("held until payment is certain")
                .isEqualTo(3);
        shop.starts("payment");
        JsonNode cancelled = order.awaits("CANCELLED");

        assertThat(cancelled.path("reason").asText()).isEqualTo("DEADLINE_PASSED");
        assertThat(shop.provider().keptOf(order.id())).isZero();
        assertThat(operator.seesThePayment(order.id()).path("ledger")).isEmpty();
        assertThat(operator.available(product)).isEqualTo(5);
    }
}
