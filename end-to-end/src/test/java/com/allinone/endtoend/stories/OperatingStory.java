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
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An operator takes an order to its shopper's door; each action is a message, and its outcome can be read. */
@Story
class OperatingStory {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Shop shop;
    private final Operator operator;

    OperatingStory(Shop shop) {
        this.shop = shop;
        this.operator = Operator.signsIn(shop);
    }

    @Test
    void anOrderIsShippedAndDeliveredAndItsStockIsSold() {
        Product product = operator.stocks(5);
        Order order = Shopper.signsUp(shop).orders(product, 2);
        order.awaits("DELIVERY_READY");
        awaitCounts(product, 3, 2, 0);

        assertThat(operates(order, "MARK_SHIPPED").path("outcome").asText()).isEqualTo("DONE");
        order.awaits("SHIPPED");
        awaitCounts(product, 3, 0, 2);
        assertThat(operates(order, "MARK_DELIVERED").path("outcome").asText()).isEqualTo("DONE");
        order.awaits("DELIVERED");

        assertThat(operates(order, "CANCEL").path("outcome").asText()).isEqualTo("REFUSED");
        assertThat(order.status()).isEqualTo("DELIVERED");
    }

    @Test
    void askingAgainChangesNothingOfAnOrderThatIsAsItShouldBe() {
        Product product = operator.stocks(4);
        Order order = Shopper.signsUp(shop).orders(product, 1);
        order.awaits("DELIVERY_READY");

        assertThat(operates(order, "RETRY_NOW").path("detail").asText()).contains("stock.commit.v1");

        awaitCounts(product, 3, 1, 0);
        assertThat(order.timeline()).containsExactly("AWAITING_STOCK", "AWAITING_PAYMENT", "DELIVERY_READY");
        assertThat(shop.provider().keptOf(order.id())).isEqualTo(product.amount());
    }

    @Test
    void whatIsReadOfEveryOrderIsWhatItsEventsSay() {
        assertThat(operator.client()
                        .get("/api/v1/orders/projections/verification?limit=500")
                        .expecting(200)
                        .json()
                        .path("differing")
                        .asInt(-1))
                .isZero();
    }

    private JsonNode operates(Order order, String action) {
        String path = "/api/v1/orders/" + order.id() + "/operations";
        String body = "{\"action\": \"%s\", \"reason\": \"a story\"}".formatted(action);
        String id = operator.client()
                .post(path, body, "Idempotency-Key", UUID.randomUUID().toString())
                .expecting(202)
                .json()
                .path("id")
                .asText();
        await(action)
                .atMost(PATIENCE)
                .until(() -> operator.client()
                        .get(path + "/" + id)
                        .expecting(200)
                        .json()
                        .path("outcome")
                        .isTextual());
        return operator.client().get(path + "/" + id).expecting(200).json();
    }

    private void awaitCounts(Product product, long available, long allocated, long sold) {
        await("stock of " + product.sku())
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shop.databases()
                                .ask(
                                        "inventory",
                                        "select sum(available) || ' ' || sum(allocated) || ' ' || sum(sold) from stock"
                                                + " where sku = '" + product.sku() + "'"))
                        .containsExactly(available + " " + allocated + " " + sold));
    }
}
