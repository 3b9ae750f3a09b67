package com.allinone.inventory.receiving;

import static com.allinone.inventory.Operator.body;
import static com.allinone.inventory.Operator.newSku;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import com.allinone.inventory.Operator;
import com.allinone.inventory.Operator.Counts;
import com.allinone.messaging.testing.KafkaResource;
import com.allinone.messaging.testing.PostgresResource;
import com.allinone.messaging.testing.TokenResource;
import com.allinone.messaging.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
class ReceiptsResourceTest {

    private static final String PROBLEM = "application/problem+json";

    private final Operator operator = new Operator();
    private final String sku = newSku();
    private final String key = UUID.randomUUID().toString();

    @Test
    void aDeliveryBecomesStock() {
        String location = operator.receipt(key, body("ICN1", 7, sku))
                .then()
                .statusCode(201)
                .header("Location", matchesPattern("/api/v1/inventory/receipts/[0-9a-f-]{36}"))
                .body("warehouse", equalTo("ICN1"))
                .body("lines[0].sku", equalTo(sku))
                .body("lines[0].quantity", equalTo(7))
                .extract()
                .header("Location");

        assertThat(operator.counts(sku)).isEqualTo(new Counts(7, 0, 0, 0));
        operator.request().get(location).then().statusCode(200).body("lines[0].sku", equalTo(sku));
    }

    @Test
    void theSameKeyTwiceIsOneDelivery() {
        Response first = operator.receipt(key, body("ICN1", 7, sku));
        Response again = operator.receipt(key, body("ICN1", 7, sku));

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(operator.counts(sku)).isEqualTo(new Counts(7, 0, 0, 0));
    }

    @Test
    void theSameKeyAtTheSameMomentIsOneDelivery() {
        List<CompletableFuture<Response>> responses = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> operator.receipt(key, body("ICN1", 7, sku)), Thread::startVirtualThread))
                .limit(8)
                .toList();

        assertThat(responses.stream()
                        .map(CompletableFuture::join)
                        .map(Response::asString)
                        .distinct())
                .hasSize(1);
        assertThat(operator.counts(sku)).isEqualTo(new Counts(7, 0, 0, 0));
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        operator.receipt(key, body("ICN1", 7, sku)).then().statusCode(201);

        operator.receipt(key, body("ICN1", 8, sku))
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("type", containsString("idempotency-key-reused"));
        assertThat(operator.counts(sku)).isEqualTo(new Counts(7, 0, 0, 0));
    }

    @Test
    void aDeliveryNeedsAKey() {
        operator.receipt(null, body("ICN1", 7, sku)).then().statusCode(400).contentType(PROBLEM);
    }

    @Test
    void aDeliveryHasAtMostAThousandLines() {
        String[] thousand = IntStream.range(0, 1000).mapToObj(each -> newSku()).toArray(String[]::new);
        operator.receipt(key, body("ICN1", 1, thousand)).then().statusCode(201);

        String[] more = IntStream.range(0, 1001).mapToObj(each -> newSku()).toArray(String[]::new);
        operator.receipt(UUID.randomUUID().toString(), body("ICN1", 1, more))
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("detail", containsString("1 to 1000"));
        operator.sees(more[0]).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                                                  | warehouse is missing",
                "{\"warehouse\":\"ICN1\"}                                                            | lines is missing",
                "{\"warehouse\":\"ICN1\",\"lines\":[]}                                               | 1 to 1000",
                "{\"warehouse\":\"ICN1\",\"lines\":null}                                             | lines is missing",
                "{\"warehouse\":\"ICN1\",\"lines\":[null]}                                           | missing",
                "{\"warehouse\":\"here\",\"lines\":[{\"sku\":\"TEA-100\",\"quantity\":1}]}           | warehouse",
                "{\"warehouse\":\"ICN1\",\"lines\":[{\"sku\":\"<b>tea</b>\",\"quantity\":1}]}        | SKU",
                "{\"warehouse\":\"ICN1\",\"lines\":[{\"sku\":\"TEA-100'--\",\"quantity\":1}]}        | SKU",
                "{\"warehouse\":\"ICN1\",\"lines\":[{\"quantity\":1}]}                               | sku is missing",
                "{\"warehouse\":\"ICN1\",\"lines\":[{\"sku\":\"TEA-100\"}]}                          | quantity",
                "{\"warehouse\":\"ICN1\",\"lines\":[{\"sku\":\"TEA-100\",\"quantity\":0}]}           | quantity",
                "{\"warehouse\":\"ICN1\",\"lines\":[{\"sku\":\"TEA-100\",\"quantity\":-1}]}          | quantity",
                "{\"warehouse\":\"ICN1\",\"lines\":[{\"sku\":\"TEA-100\",\"quantity\":1.5}]}         | quantity",
                "{\"warehouse\":\"ICN1\",\"lines\":[{\"sku\":\"TEA-100\",\"quantity\":\"1\"}]}       | quantity",
                "{\"warehouse\":\"ICN1\",\"lines\":[{\"sku\":\"TEA-100\",\"quantity\":1000000000}]}  | quantity",
                "{\"warehouse\":\"ICN1\",\"lines\":[{\"sku\":\"TEA-100\",\"quantity\":1}],\"x\":1}   | x is not a known field",
                "{\"warehouse\":\"ICN1\",\"lines\":[{\"sku\":\"TEA-100\",\"quantity\":1},{\"sku\":\"TEA-100\",\"quantity\":1}]} | twice",
                "{\"warehouse\":\"ICN1\",                                                            | not valid JSON",
                "[]                                                                                  | body",
            })
    void aBodyThatCannotBeADeliveryIsExplained(String body, String why) {
        operator.receipt(key, body)
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("type", containsString("invalid-body"))
                .body("detail", containsString(why));
    }

    @Test
    void onlyOperatorsReceive() {
        String path = "/api/v1/inventory/receipts";
        UUID user = UUID.randomUUID();

        given().contentType(ContentType.JSON)
                .body(body("ICN1", 1, sku))
                .post(path)
                .then()
                .statusCode(401);
        for (String bad : List.of(
                Tokens.expired(user), Tokens.forAnotherAudience(user), Tokens.fromAnotherIssuer(user), "nonsense")) {
            posting(bad).post(path).then().statusCode(401).contentType(PROBLEM);
        }
        posting(Tokens.shopper(user)).post(path).then().statusCode(403).contentType(PROBLEM);
        posting(Tokens.auditor(user)).post(path).then().statusCode(403).contentType(PROBLEM);
        operator.sees(sku).then().statusCode(404);
    }

    @Test
    void anUnknownReceiptIsNotFound() {
        operator.request()
                .get("/api/v1/inventory/receipts/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType(PROBLEM);
        operator.request()
                .get("/api/v1/inventory/receipts/42")
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
    }

    private RequestSpecification posting(String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body("ICN1", 1, sku));
    }
}
