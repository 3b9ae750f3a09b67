package com.allinone.endtoend.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.endtoend.Story;
import com.allinone.endtoend.people.Client;
import com.allinone.endtoend.people.Operator;
import com.allinone.endtoend.people.Order;
import com.allinone.endtoend.people.Product;
import com.allinone.endtoend.people.Shopper;
import com.allinone.endtoend.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job: from sign-up to an order that is ready for delivery. */
@Story
class OrderConfirmedStory {

    private final Shop shop;

    OrderConfirmedStory(Shop shop) {
        this.shop = shop;
    }

    @Test
    void somebodyWhoSignsUpCanSeeTheirProfile() {
        Shopper shopper = Shopper.signsUp(shop, "박서연");

        JsonNode profile =
                shopper.client().get("/api/v1/users/me").expecting(200).json();

        assertThat(profile.path("name").asText()).isEqualTo("박서연");
        assertThat(profile.path("email").asText()).isEqualTo(shopper.email());
        assertThat(profile.path("userId").asText()).isEqualTo(shopper.id());
    }

    @Test
    void aStrangerBrowsesAShelfPageByPage() {
        Client stranger = Client.of(shop.origin());
        String shelf = "/api/v1/catalog/products?category=tableware&limit=2";

        JsonNode first = stranger.get(shelf).expecting(200).json();
        JsonNode second = stranger.get(shelf + "&cursor=" + first.path("next").asText())
                .expecting(200)
                .json();

        assertThat(skus(first)).hasSize(2).doesNotContainAnyElementsOf(skus(second));
        assertThat(second.path("items").path(0).path("category").asText()).isEqualTo("tableware");
    }

    @ParameterizedTest
    @ValueSource(strings = {"청자 머그", "머그컵", "celadon mug", "celdon mug"})
    void aStrangerFindsTheMugInKoreanInEnglishAndWithATypo(String words) {
        JsonNode found = Client.of(shop.origin())
                .get("/api/v1/catalog/products/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .expecting(200)
                .json();

        assertThat(skus(found)).contains("MUG-CELADON-01");
    }

    @Test
    void aCartIsOrderedPaidAndReadyForDelivery() {
        Operator operator = Operator.signsIn(shop);
        Product product = operator.stocks(10);
        Shopper shopper = Shopper.signsUp(shop);
        shopper.puts(product.sku(), 3);

        Order order = shopper.ordersTheCart(Shopper.GOOD_CARD);
        JsonNode ready = order.awaits("DELIVERY_READY");

        assertThat(order.timeline()).containsExactly("AWAITING_STOCK", "AWAITING_PAYMENT", "DELIVERY_READY");
        assertThat(ready.path("total").path("amount").asLong()).isEqualTo(3 * product.amount());
        assertThat(ready.path("lines").path(0).path("sku").asText()).isEqualTo(product.sku());
        assertThat(ready.path("lines").path(0).path("name").path("ko").asText()).isEqualTo("이야기 속의 상품");
        assertThat(shopper.seesTheCart().path("lines")).isEmpty();
        assertThat(shopper.seesTheirOrders().path("items").path(0).path("id").asText())
                .isEqualTo(order.id());
        assertThat(operator.available(product)).isEqualTo(7);
        assertThat(shop.provider().keptOf(order.id())).isEqualTo(3 * product.amount());
    }

    @Test
    void theShopperSeesThePaymentAndTheOperatorItsLedgerToo() {
        Operator operator = Operator.signsIn(shop);
        Shopper shopper = Shopper.signsUp(shop);
        Order order = shopper.orders(operator.stocks(1), 1);
        order.awaits("DELIVERY_READY");

        JsonNode seenByShopper = shopper.seesThePayment(order.id());
        JsonNode seenByOperator = operator.seesThePayment(order.id());

        assertThat(seenByShopper.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(seenByShopper.has("ledger")).isFalse();
        assertThat(seenByOperator.path("ledger")).hasSize(2);
        assertThat(seenByOperator.path("ledger").findValues("amount").stream()
                        .filter(JsonNode::isNumber)
                        .mapToLong(JsonNode::asLong)
                        .sum())
                .isZero();
    }

    private static List<String> skus(JsonNode page) {
        return page.path("items").findValuesAsText("sku");
    }
}
