package com.allinone.catalog.editing;

import static com.allinone.catalog.Shop.PRODUCTS;
import static com.allinone.catalog.Shop.isProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.allinone.catalog.Shop;
import com.allinone.messaging.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EditingTest {

    private static final UUID SOMEONE = UUID.randomUUID();

    @Test
    void listsAProduct() {
        String sku = Shop.newSku("MUG");

        Shop.list(Shop.mug(sku))
                .then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/catalog/products/" + sku))
                .header("ETag", "\"1\"")
                .body("sku", equalTo(sku))
                .body("name.ko", equalTo("시험 머그컵"))
                .body("price.amount", equalTo(18_900))
                .body("status", equalTo("LISTED"))
                .body("version", equalTo(1));
        given().get(PRODUCTS + "/" + sku).then().statusCode(200).body("name.en", equalTo("Trial Mug"));
    }

    @Test
    void answersTheSameForTheSameKeyAndBody() {
        String sku = Shop.newSku("MUG");
        String key = UUID.randomUUID().toString();

        String first =
                listUnder(key, Shop.mug(sku)).then().statusCode(201).extract().asString();
        String again =
                listUnder(key, Shop.mug(sku)).then().statusCode(201).extract().asString();

        assertThat(again).isEqualTo(first);
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherBody() {
        String key = UUID.randomUUID().toString();
        listUnder(key, Shop.mug(Shop.newSku("MUG"))).then().statusCode(201);

        isProblem(listUnder(key, Shop.mug(Shop.newSku("MUG"))), 422, "idempotency-key-reused");
    }

    @Test
    void refusesToListWithoutAKey() {
        isProblem(Shop.operator().body(Shop.mug(Shop.newSku("MUG"))).post(PRODUCTS), 400, "idempotency-key-required");
    }

    @Test
    void refusesASkuThatIsTaken() {
        isProblem(Shop.list(Shop.mug(Shop.listedMug())), 409, "sku-taken");
    }

    @Test
    void leavesTheKeyOfARefusalFree() {
        String key = UUID.randomUUID().toString();
        isProblem(listUnder(key, Shop.mug(Shop.listedMug())), 409, "sku-taken");

        listUnder(key, Shop.mug(Shop.newSku("MUG"))).then().statusCode(201);
    }

    @Test
    void changesAPriceSeenAtTheNewestVersion() {
        String sku = Shop.listedMug();

        Shop.reprice(sku, "\"1\"", 15_000)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("price.amount", equalTo(15_000))
                .body("version", equalTo(2));
    }

    @Test
    void refusesAPriceWithoutIfMatch() {
        isProblem(
                Shop.operator()
                        .body("{\"amount\": 1, \"currency\": \"KRW\"}")
                        .put(PRODUCTS + "/" + Shop.listedMug() + "/price"),
                428,
                "if-match-required");
    }

    @Test
    void refusesAPriceDecidedByAnOldVersion() {
        String sku = Shop.listedMug();
        Shop.reprice(sku, "\"1\"", 15_000).then().statusCode(200);

        isProblem(Shop.reprice(sku, "\"1\"", 14_000), 412, "stale-version");
        given().get(PRODUCTS + "/" + sku).then().body("price.amount", equalTo(15_000));
    }

    @Test
    void letsOneOfManyOperatorsWinWhoSawTheSameVersion() throws InterruptedException {
        String sku = Shop.listedMug();

        assertThat(allAtOnce(n -> Shop.reprice(sku, "\"1\"", 10_000 + n)))
                .containsOnlyOnce(200)
                .containsOnly(200, 412);
        given().get(PRODUCTS + "/" + sku).then().body("version", equalTo(2));
    }

    @Test
    void listsASkuOnceHoweverManyOperatorsTry() throws InterruptedException {
        String sku = Shop.newSku("MUG");

        assertThat(allAtOnce(n -> Shop.list(Shop.mug(sku))))
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
    }

    @Test
    void refusesAnIfMatchThatIsNoEtag() {
        isProblem(Shop.reprice(Shop.listedMug(), "yesterday", 15_000), 400, "invalid-parameter");
    }

    @Test
    void refusesAPriceInAnotherCurrency() {
        isProblem(
                Shop.operator()
                        .header("If-Match", "\"1\"")
                        .body("{\"amount\": 1500, \"currency\": \"USD\"}")
                        .put(PRODUCTS + "/" + Shop.listedMug() + "/price"),
                409,
                "currency-mismatch");
    }

    @Test
    void retiresAProductOnceAndForAll() {
        String sku = Shop.listedMug();

        Shop.retire(sku, "\"1\"").then().statusCode(200).body("status", equalTo("RETIRED"));

        isProblem(Shop.reprice(sku, "\"2\"", 1_000), 409, "product-retired");
        isProblem(Shop.list(Shop.mug(sku)), 409, "sku-taken");
        Shop.retire(sku, "\"2\"").then().statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void refusesToRetireWithoutIfMatch() {
        isProblem(Shop.operator().post(PRODUCTS + "/" + Shop.listedMug() + "/retirement"), 428, "if-match-required");
    }

    @Test
    void knowsNothingOfAProductThatIsNotThere() {
        isProblem(Shop.reprice("NO-SUCH-PRODUCT", "\"1\"", 1_000), 404, "unknown-product");
        isProblem(Shop.retire("NO-SUCH-PRODUCT", "\"1\""), 404, "unknown-product");
    }

    @Test
    void isForOperatorsOnly() {
        String sku = Shop.listedMug();

        isProblem(Shop.with(Tokens.shopper(SOMEONE)).body(Shop.mug("X-1")).post(PRODUCTS), 403, "not-allowed");
        isProblem(
                Shop.with(Tokens.auditor(SOMEONE))
                        .header("If-Match", "\"1\"")
                        .post(PRODUCTS + "/" + sku + "/retirement"),
                403,
                "not-allowed");
        given().get(PRODUCTS + "/" + sku).then().body("status", equalTo("LISTED"));
    }

    @Test
    void needsAValidToken() {
        String price = PRODUCTS + "/" + Shop.listedMug() + "/price";

        isProblem(given().contentType(ContentType.JSON).body(Shop.mug("X-1")).post(PRODUCTS), 401, "not-signed-in");
        isProblem(Shop.with(Tokens.expired(SOMEONE)).body("{}").put(price), 401, "not-signed-in");
        isProblem(Shop.with(Tokens.forAnotherAudience(SOMEONE)).body("{}").put(price), 401, "not-signed-in");
        isProblem(Shop.with(Tokens.fromAnotherIssuer(SOMEONE)).body("{}").put(price), 401, "not-signed-in");
        isProblem(Shop.with("no.token.atall").body("{}").put(price), 401, "not-signed-in");
    }

    private static List<Integer> allAtOnce(IntFunction<Response> request) throws InterruptedException {
        List<Callable<Integer>> wishes = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(n -> () -> request.apply(n).statusCode())
                .toList();
        try (ExecutorService operators = Executors.newFixedThreadPool(8)) {
            return operators.invokeAll(wishes).stream().map(Future::resultNow).toList();
        }
    }

    private static Response listUnder(String key, String body) {
        return Shop.operator().header("Idempotency-Key", key).body(body).post(PRODUCTS);
    }
}
