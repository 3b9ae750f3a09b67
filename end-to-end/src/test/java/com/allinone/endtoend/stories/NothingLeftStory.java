package com.allinone.endtoend.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.endtoend.Story;
import com.allinone.endtoend.people.Operator;
import com.allinone.endtoend.people.Order;
import com.allinone.endtoend.people.Product;
import com.allinone.endtoend.people.Shopper;
import com.allinone.endtoend.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Stock or money says no, and whatever was taken is given back. */
@Story
class NothingLeftStory {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Shop shop;
    private final Operator operator;

    NothingLeftStory(Shop shop) {
        this.shop = shop;
        this.operator = Operator.signsIn(shop);
    }

    @Test
    void anOrderOfMoreThanThereIsIsCancelledAndNobodyIsCharged() {
        Product product = operator.stocks(2);
        Shopper shopper = Shopper.signsUp(shop);

        Order order = shopper.orders(product, 3);
        JsonNode cancelled = order.awaits("CANCELLED");

        assertThat(cancelled.path("reason").asText()).isEqualTo("OUT_OF_STOCK");
        assertThat(operator.available(product)).isEqualTo(2);
        assertThat(shop.provider().intentsOf(order.id())).isEmpty();
    }

    @Test
    void aProductThatNeverCameInIsOutOfStock() {
        Shopper shopper = Shopper.signsUp(shop);

        Order order = shopper.orders(operator.stocks(0), 1);

        assertThat(order.awaits("CANCELLED").path("reason").asText()).isEqualTo("OUT_OF_STOCK");
    }

    @Test
    void anOrderWhosePaymentIsDeclinedGivesItsStockBack() {
        Product product = operator.stocks(5);
        Shopper shopper = Shopper.signsUp(shop);

        Order order = shopper.orders(product, 4, Shopper.DECLINED_CARD);
        JsonNode cancelled = order.awaits("CANCELLED");

        assertThat(cancelled.path("reason").asText()).isEqualTo("PAYMENT_DECLINED");
        assertThat(order.timeline()).containsExactly("AWAITING_STOCK", "AWAITING_PAYMENT", "RELEASING", "CANCELLED");
        assertThat(operator.available(product)).isEqualTo(5);
        assertThat(shop.provider().keptOf(order.id())).isZero();
        assertThat(shopper.seesThePayment(order.id()).path("status").asText()).isEqualTo("DECLINED");
    }

    @Test
    void oneUnitIsSoldToOneOfManyWhoWantIt() {
        Product product = operator.stocks(1);
        Shopper shopper = Shopper.signsUp(shop);

        List<Order> orders = IntStream.range(0, 8)
                .parallel()
                .mapToObj(buyer -> shopper.orders(product, 1))
                .toList();

        assertThat(orders.stream()
                        .map(order -> order.ends(PATIENCE).path("status").asText()))
                .containsOnlyOnce("DELIVERY_READY")
                .containsOnly("DELIVERY_READY", "CANCELLED");
        assertThat(operator.available(product)).isZero();
    }

    @Test
    void aShopperWhoCancelsAReadyOrderGetsTheMoneyBackAndTheShelfItsStock() {
        Product product = operator.stocks(6);
        Shopper shopper = Shopper.signsUp(shop);
        Order order = shopper.orders(product, 2);
        order.awaits("DELIVERY_READY");

        shopper.cancels(order);
        JsonNode cancelled = order.awaits("CANCELLED");

        assertThat(cancelled.path("reason").asText()).isEqualTo("CANCELLED_BY_SHOPPER");
        assertThat(operator.available(product)).isEqualTo(6);
        assertThat(shop.provider().keptOf(order.id())).isZero();
        assertThat(operator.seesThePayment(order.id()).path("status").asText()).isEqualTo("REFUNDED");
        assertThat(operator.seesThePayment(order.id()).path("ledger")).hasSize(4);
    }

    @Test
    void whatIsShippedCannotBeCancelled() {
        Shopper shopper = Shopper.signsUp(shop);
        Order order = shopper.orders(operator.stocks(1), 1);
        order.awaits("DELIVERY_READY");
        operator.client().post("/api/v1/orders/" + order.id() + "/shipment").expecting(200);

        shopper.client().post("/api/v1/orders/" + order.id() + "/cancellation").refusing(409, "order-not-cancellable");

        assertThat(order.status()).isEqualTo("SHIPPED");
    }
}
