package com.allinone.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PlacingTest extends OrderServiceTest {

    @Test
    void theSameKeyAndBodyGiveOneOrder() {
        String key = UUID.randomUUID().toString();
        String first = post(key, TWO_MUGS).then().statusCode(202).extract().header("Location");
        String second = post(key, TWO_MUGS).then().statusCode(202).extract().header("Location");

        assertThat(second).isEqualTo(first);
        as(shopper).get("/api/v1/orders").then().body("items", hasSize(1));
    }

    @Test
    void twentyAtOnceWithOneKeyGiveOneOrder() throws InterruptedException, ExecutionException {
        String key = UUID.randomUUID().toString();
        Callable<Response> call = () -> post(key, TWO_MUGS);
        try (ExecutorService callers = Executors.newFixedThreadPool(20)) {
            List<Future<Response>> answers =
                    callers.invokeAll(IntStream.range(0, 20).mapToObj(i -> call).toList());
            String first = answers.getFirst().get().header("Location");
            for (Future<Response> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(202);
                assertThat(answer.get().header("Location")).isEqualTo(first);
            }
        }
        as(shopper).get("/api/v1/orders").then().body("items", hasSize(1));
    }

    @Test
    void aCrowdIsServedTogetherAndWhoIsRefusedDoesNotDisturbTheOthers() throws InterruptedException {
        List<Callable<Response>> calls = IntStream.range(0, 60)
                .mapToObj(i -> (Callable<Response>) () ->
                        post("crowd-" + shopper + "-" + i, i % 3 == 0 ? TWO_MUGS.replace("29000", "28000") : TWO_MUGS))
                .toList();
        try (ExecutorService callers = Executors.newFixedThreadPool(30)) {
            Map<Integer, Long> answers = callers.invokeAll(calls).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.groupingBy(Response::statusCode, Collectors.counting()));

            assertThat(answers).isEqualTo(Map.of(202, 40L, 409, 20L));
        }
        assertThat(database("select count(*) from orders where user_id = '%s'".formatted(shopper)))
                .isEqualTo("40");
        assertThat(database("select count(*) from idempotency_key where caller = '%s'".formatted(shopper)))
                .isEqualTo("40");
        assertThat(database("""
                select count(*) from outbox join orders on order_id::text = key
                 where user_id = '%s' and version = 1 and type in ('order.placed.v1', 'stock.reserve.v1')""".formatted(shopper))).isEqualTo("80");
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        post(key, TWO_MUGS).then().statusCode(202);

        refused(post(key, TWO_MUGS.replace("\"quantity\":2", "\"quantity\":3")), 422, "idempotency-key-reused");
    }

    @Test
    void aRefusalLeavesTheKeyFree() {
        String key = UUID.randomUUID().toString();
        refused(post(key, TWO_MUGS.replace("29000", "28000")), 409, "price-changed");

        post(key, TWO_MUGS).then().statusCode(202);
    }

    @Test
    void withoutAKeyNothingIsPlaced() {
        refused(
                as(shopper).contentType("application/json").body(TWO_MUGS).post("/api/v1/orders"),
                400,
                "idempotency-key-required");
    }

    @Test
    void aPriceThatChangedSinceTheCartWasFilledIsShownBesideTheOldOne() {
        String sku = "LAMP-" + shopper.toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        isSold(sku, 1, 50_000, "KRW");
        putInCart(shopper, sku, 1).then().statusCode(200);
        neighbours.catalogSays("product.repriced.v1", sku, 2, 55_000, "KRW", "LISTED");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> as(shopper)
                        .get("/api/v1/carts/mine")
                        .path("lines[0].currentPrice.amount")
                        .equals(55_000));

        refused(post(UUID.randomUUID().toString(), "{\"paymentMethod\":\"tok_visa\"}"), 409, "price-changed")
                .then()
                .body("prices[0].seen.amount", equalTo(50_000))
                .body("prices[0].current.amount", equalTo(55_000));
        putInCart(shopper, sku, 1).then().statusCode(200);
        post(UUID.randomUUID().toString(), "{\"paymentMethod\":\"tok_visa\"}")
                .then()
                .statusCode(202);
        as(shopper).get("/api/v1/carts/mine").then().body("lines", hasSize(0));
    }

    @Test
    void anOlderVersionOfAProductNeverOverwritesANewerOne() {
        String sku = "VASE-" + shopper.toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        isSold(sku, 5, 70_000, "KRW");
        neighbours.catalogSays("product.repriced.v1", sku, 4, 60_000, "KRW", "LISTED");
        isSold("MARK-" + sku, 1, 1_000, "KRW");

        assertThat(putInCart(shopper, sku, 1).<Integer>path("lines[0].currentPrice.amount"))
                .isEqualTo(70_000);
    }

    @Test
    void oneOrderHasOneCurrency() {
        isSold("DOLLAR-MUG-01", 1, 2_900, "USD");

        refused(post(UUID.randomUUID().toString(), """
                        {"lines":[{"sku":"MUG-CELADON-01","quantity":1,"unitPrice":{"amount":29000,"currency":"KRW"}},
                                  {"sku":"DOLLAR-MUG-01","quantity":1,"unitPrice":{"amount":2900,"currency":"USD"}}],
                         "paymentMethod":"tok_visa"}"""), 422, "mixed-currencies");
    }

    @Test
    void aRetiredProductIsNotSold() {
        String sku = "GONE-" + shopper.toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        isSold(sku, 1, 10_000, "KRW");
        neighbours.catalogSays("product.retired.v1", sku, 2, 10_000, "KRW", "RETIRED");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> putInCart(shopper, sku, 1).statusCode() == 422);

        refused(post(UUID.randomUUID().toString(), line(sku, "1", 10_000)), 422, "product-retired");
    }

    @Test
    void anUnknownProductIsNamed() {
        refused(post(UUID.randomUUID().toString(), line("NO-SUCH-THING", "1", 1)), 422, "unknown-product")
                .then()
                .body("skus[0]", equalTo("NO-SUCH-THING"));
    }

    @Test
    void anEmptyCartIsNotOrdered() {
        refused(post(UUID.randomUUID().toString(), "{\"paymentMethod\":\"tok_visa\"}"), 422, "empty-cart");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1000000000", "1.5", "\"2\"", "null"})
    void aQuantityThatIsNoneIsRefusedByName(String quantity) {
        refused(post(UUID.randomUUID().toString(), line(MUG, quantity, 29_000)), 400, "invalid-body")
                .then()
                .body("detail", containsString("quantity"));
    }

    @Test
    void anUnknownFieldIsNamed() {
        refused(
                        post(
                                UUID.randomUUID().toString(),
                                TWO_MUGS.replace("\"paymentMethod\"", "\"giftWrap\":true,\"paymentMethod\"")),
                        400,
                        "invalid-body")
                .then()
                .body("field", equalTo("giftWrap"));
    }

    @Test
    void aMissingPaymentMethodIsNamed() {
        refused(post(UUID.randomUUID().toString(), "{\"lines\":[]}"), 400, "invalid-body");
        refused(post(UUID.randomUUID().toString(), "{}"), 400, "invalid-body")
                .then()
                .body("detail", containsString("paymentMethod"));
    }

    @Test
    void aCardNumberIsRefusedAndNotRepeated() {
        refused(
                        post(UUID.randomUUID().toString(), TWO_MUGS.replace("tok_visa", "4242424242424242")),
                        400,
                        "invalid-body")
                .then()
                .body("detail", org.hamcrest.Matchers.not(containsString("4242")));
    }

    @Test
    void tenThousandLinesAreTooMany() {
        String lines = IntStream.range(0, 10_000)
                .mapToObj(i ->
                        "{\"sku\":\"SKU-" + i + "\",\"quantity\":1,\"unitPrice\":{\"amount\":1,\"currency\":\"KRW\"}}")
                .collect(Collectors.joining(","));

        refused(
                        post(
                                UUID.randomUUID().toString(),
                                "{\"lines\":[" + lines + "],\"paymentMethod\":\"tok_visa\"}"),
                        400,
                        "invalid-body")
                .then()
                .body("detail", containsString("1 to 100"));
    }

    private static String line(String sku, String quantity, long amount) {
        return "{\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":" + quantity + ",\"unitPrice\":{\"amount\":" + amount
                + ",\"currency\":\"KRW\"}}],\"paymentMethod\":\"tok_visa\"}";
    }

    private static Response refused(Response response, int status, String type) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://allinone.example/problems/" + type));
        return response;
    }
}
