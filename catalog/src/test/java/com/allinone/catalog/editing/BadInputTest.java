package com.allinone.catalog.editing;

import static com.allinone.catalog.Shop.PRODUCTS;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.allinone.catalog.Shop;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BadInputTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"sku\": \"TRIAL\"          | \"sku\": \"trial mug\"                  | sku",
                "\"sku\": \"TRIAL\"          | \"sku\": 5                              | sku",
                "\"sku\": \"TRIAL\",         |                                         | sku",
                "\"시험 머그컵\"             | \"   \"                                 | name",
                "\"시험 머그컵\"             | \"nul \\u0000\"                         | name",
                "\"시험 머그컵\"             | \"half \\ud83d\"                        | name",
                "\"시험 머그컵\"             | null                                    | name.ko",
                "\"ko\": \"시험 머그컵\",    | \"ko\": \"컵\", \"fr\": \"tasse\",      | name.fr",
                "\"category\": \"tableware\" | \"category\": \"Table Ware\"            | category",
                "\"amount\": 18900           | \"amount\": -1                          | price.amount",
                "\"amount\": 18900           | \"amount\": 0                           | price.amount",
                "\"amount\": 18900           | \"amount\": 100000001                   | price.amount",
                "\"amount\": 18900           | \"amount\": 1.5                         | price.amount",
                "\"amount\": 18900           | \"amount\": \"18900\"                   | price.amount",
                "\"amount\": 18900,          |                                         | price.amount",
                "\"KRW\"                     | \"XYZ\"                                 | price.currency",
                "\"https://images            | \"http://images                         | picture",
            })
    void namesTheFieldThatIsWrong(String right, String wrong, String field) {
        String body = Shop.mug("TRIAL").replace(right, wrong == null ? "" : wrong);

        Shop.isProblem(Shop.list(body), 400, "invalid-body");
        Shop.list(body).then().body("field", equalTo(field)).body("detail", containsString(field));
    }

    @Test
    void boundsTheLengthOfNamesAndDescriptions() {
        String longest = Shop.mug(Shop.newSku("MUG"))
                .replace("시험 머그컵", "컵".repeat(120))
                .replace("A cup made on trial", "c".repeat(2_000));
        Shop.list(longest).then().statusCode(201);

        String sku = Shop.newSku("MUG");
        Shop.isProblem(Shop.list(Shop.mug(sku).replace("시험 머그컵", "컵".repeat(121))), 400, "invalid-body");
        Shop.isProblem(Shop.list(Shop.mug(sku).replace("A cup made on trial", "c".repeat(2_001))), 400, "invalid-body");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''",
                "{",
                "[]",
                "null",
                "{} {}",
                "{\"sku\": \"A\", \"sku\": \"B\"}",
                "\"MUG\"",
                "not json",
                "{\"price\": {\"amount\": 99999999999999999999}}"
            })
    void refusesABodyThatIsNoProduct(String body) {
        Shop.isProblem(Shop.list(body), 400, "invalid-body");
    }

    @Test
    void refusesACategoryThatIsNotThere() {
        Shop.isProblem(
                Shop.list(Shop.mug(Shop.newSku("MUG")).replace("tableware", "weapons")), 422, "unknown-category");
    }

    @Test
    void showsSqlAndMarkupAsText() {
        String sku = Shop.newSku("MUG");
        String name = "Robert'); drop table product;-- <script>alert(1)</script>";

        Shop.list(Shop.mug(sku).replace("Trial Mug", name)).then().statusCode(201);

        given().get(PRODUCTS + "/" + sku)
                .then()
                .statusCode(200)
                .contentType(containsString("application/json"))
                .body("name.en", equalTo(name));
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        String huge = Shop.mug("TRIAL").replace("A cup made on trial", "c".repeat(1_100_000));

        Shop.list(huge).then().statusCode(413);
    }

    @Test
    void refusesASkuInTheAddressThatIsNone() {
        Shop.isProblem(Shop.reprice("trial mug", "\"1\"", 1_000), 400, "invalid-parameter");
        Shop.isProblem(Shop.retire("trial%00mug", "\"1\""), 400, "invalid-parameter");
    }
}
