package com.allinone.endtoend.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.allinone.endtoend.Story;
import com.allinone.endtoend.people.Client;
import com.allinone.endtoend.people.Operator;
import com.allinone.endtoend.people.Product;
import com.allinone.endtoend.people.Shopper;
import com.allinone.endtoend.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input gets a clear error, and nothing comes of it. */
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputStory {

    private static final String MUG = line("MUG-CELADON-01", "1");
    private static final String CARD = "\"paymentMethod\": \"tok_visa\"";

    private final Shop shop;
    private final Operator operator;
    private final Shopper shopper;

    BadInputStory(Shop shop) {
        this.shop = shop;
        this.operator = Operator.signsIn(shop);
        this.shopper = Shopper.signsUp(shop);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                argumentSet("no body", ""),
                argumentSet("no JSON", "{lines"),
                argumentSet("another shape", "[]"),
                argumentSet("something behind the end", order(MUG) + "x"),
                argumentSet("an unknown field", "{\"lines\": [%s], %s, \"discount\": 100}".formatted(MUG, CARD)),
                argumentSet("an unknown field in a line", order(MUG.replace("\"sku\"", "\"gift\": true, \"sku\""))),
                argumentSet("no payment method", "{\"lines\": [%s]}".formatted(MUG)),
                argumentSet(
                        "a card's number", "{\"lines\": [%s], \"paymentMethod\": \"4242424242424242\"}".formatted(MUG)),
                argumentSet("no lines in the list", order("")),
                argumentSet("no SKU", order(MUG.replace("\"sku\": \"MUG-CELADON-01\", ", ""))),
                argumentSet("no quantity", order(MUG.replace("\"quantity\": 1, ", ""))),
                argumentSet("no price", order("{\"sku\": \"MUG-CELADON-01\", \"quantity\": 1}")),
                argumentSet("no currency", order(MUG.replace(", \"currency\": \"KRW\"", ""))),
                argumentSet("no currency that exists", order(MUG.replace("KRW", "???"))),
                argumentSet("a price below nothing", order(MUG.replace("18900", "-1"))),
                argumentSet("quantity 0", order(line("MUG-CELADON-01", "0"))),
                argumentSet("quantity -1", order(line("MUG-CELADON-01", "-1"))),
                argumentSet("quantity 1e9", order(line("MUG-CELADON-01", "1e9"))),
                argumentSet("quantity 1000000000", order(line("MUG-CELADON-01", "1000000000"))),
                argumentSet("quantity 99999999999999999999", order(line("MUG-CELADON-01", "99999999999999999999"))),
                argumentSet("quantity 1.5", order(line("MUG-CELADON-01", "1.5"))),
                argumentSet("quantity as text", order(line("MUG-CELADON-01", "\"1\""))),
                argumentSet("no quantity but null", order(line("MUG-CELADON-01", "null"))),
                argumentSet("the same SKU twice", order(MUG + ", " + MUG)),
                argumentSet("a SKU that cannot be one", order(line("'; drop table orders; --", "1"))),
                argumentSet(
                        "an address that is no UUID",
                        "{\"lines\": [%s], %s, \"addressId\": \"home\"}".formatted(MUG, CARD)),
                argumentSet("10,000 lines", order(String.join(",", Collections.nCopies(10_000, line("A-1", "1"))))));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void anOrderThatCannotBeReadIsRefused(String body) {
        shopper.tries(body).refusing(400, "invalid-body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/orders?cursor=!!",
                "/api/v1/orders?cursor=bm9uc2Vuc2U",
                "/api/v1/orders?limit=0",
                "/api/v1/orders?limit=101",
                "/api/v1/orders?limit=many",
                "/api/v1/orders/42",
                "/api/v1/orders/42/events",
                "/api/v1/catalog/products?cursor=%00",
                "/api/v1/catalog/products?limit=-1",
                "/api/v1/catalog/products/%27%20or%201=1",
                "/api/v1/catalog/products/search",
                "/api/v1/inventory/availability/a",
                "/api/v1/payment/payments/not-a-uuid"
            })
    void aParameterThatCannotBeReadIsRefused(String address) {
        shopper.client().get(address).refusing(400, "invalid-parameter");
    }

    @Test
    void anOrderOfSomethingThatIsNotSoldHereIsRefused() {
        shopper.tries(order(line("NO-SUCH-THING", "1"))).refusing(422, "unknown-product");
    }

    @Test
    void anOrderOfSomethingThatIsNoLongerSoldIsRefused() {
        Product product = operator.stocks(3);
        operator.retires(product);

        shopper.tries(Shopper.wish(product, 1, Shopper.GOOD_CARD)).refusing(422, "product-retired");
    }

    @Test
    void anOrderInTwoCurrenciesIsRefused() {
        Product won = operator.stocks(1);
        Product dollars = operator.stocks(1, "USD", "달러 상품");

        shopper.tries(order(won.line(1) + ", " + dollars.line(1))).refusing(422, "mixed-currencies");
    }

    @Test
    void aPriceInAnotherCurrencyThanTheProductsIsShownWithBoth() {
        Product product = operator.stocks(1);

        shopper.tries(Shopper.wish(product.in("USD"), 1, Shopper.GOOD_CARD)).refusing(409, "price-changed");
    }

    @Test
    void anEmptyCartCannotBeOrdered() {
        shopper.tries("{%s}".formatted(CARD)).refusing(422, "empty-cart");
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        String body = order(MUG) + " ".repeat(1024 * 1024);

        shopper.tries(body).refusing(413, "body-too-large");
    }

    @Test
    void aFloodOfHeadersIsRefused() {
        shopper.client().get("/api/v1/orders", "X-Flood", "a".repeat(20_000)).refusing(431, "headers-too-large");
    }

    @Test
    void sqlAndHtmlInANameAreTextLikeAnyOther() {
        String name = "Robert'); drop table person; -- <script>alert(\"1\")</script>";

        Shopper robert = Shopper.signsUp(shop, name);
        Product product = operator.stocks(1, "KRW", name);
        JsonNode order = robert.orders(product, 1).awaits("DELIVERY_READY");

        assertThat(order.path("lines").path(0).path("name").path("ko").asText()).isEqualTo(name);
        assertThat(robert.client()
                        .get("/api/v1/users/me")
                        .expecting(200)
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo(name);
        assertThat(Client.of(shop.origin())
                        .get("/api/v1/catalog/products/" + product.sku())
                        .expecting(200)
                        .json()
                        .path("name")
                        .path("ko")
                        .asText())
                .isEqualTo(name);
    }

    @AfterAll
    void nothingCameOfIt() {
        assertThat(shopper.seesTheirOrders().path("items")).isEmpty();
    }

    private static String order(String lines) {
        return "{\"lines\": [%s], %s}".formatted(lines, CARD);
    }

    private static String line(String sku, String quantity) {
        return new Product(sku, 18_900, "KRW").line(quantity);
    }
}
