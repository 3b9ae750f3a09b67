package com.allinone.inventory.adjusting;

import static com.allinone.inventory.Operator.newSku;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.allinone.inventory.Operator;
import com.allinone.inventory.Operator.Counts;
import com.allinone.inventory.OrderService;
import com.allinone.inventory.OrderService.Wanted;
import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.testing.KafkaResource;
import com.allinone.messaging.testing.PostgresResource;
import com.allinone.messaging.testing.TokenResource;
import com.allinone.messaging.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
class AdjustmentsResourceTest {

    private static final String PROBLEM = "application/problem+json";

    private final Operator operator = new Operator();
    private final String sku = newSku();

    @Inject
    Transactions transactions;

    @BeforeEach
    void receiveTen() {
        operator.receives(10, sku);
    }

    @Test
    void lostUnitsAreWrittenOffAndFoundOnesReceived() {
        operator.adjusts(sku, "\"1\"", adjustment(-4))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("available", equalTo(6))
                .body("writtenOff", equalTo(4));

        operator.adjusts(sku, "\"2\"", adjustment(3))
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("available", equalTo(9))
                .body("received", equalTo(13));

        assertThat(operator.sees(sku).header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void whoDidItIsKept() {
        operator.adjusts(sku, "\"1\"", adjustment(-4)).then().statusCode(200);

        List<String> kept = transactions.call(transaction -> transaction
                .sql("select version || ' ' || delta || ' ' || reason as what from adjustment where sku = ?")
                .bind(sku)
                .list(row -> row.text("what")));
        assertThat(kept).containsExactly("2 -4 <i>it's broken</i>");
    }

    @Test
    void whatIsFreeBoundsAWriteOff() {
        try (OrderService orders = new OrderService()) {
            UUID order = OrderService.newOrder();
            orders.reserve(order, new Wanted(sku, 7));
            orders.hears(order, "stock.reserved.v1");
        }

        operator.adjusts(sku, "\"1\"", adjustment(-4))
                .then()
                .statusCode(409)
                .contentType(PROBLEM)
                .body("type", containsString("write-off-exceeds-available"))
                .body("available", equalTo(3));

        operator.adjusts(sku, "\"1\"", adjustment(-3)).then().statusCode(200);
        assertThat(operator.counts(sku)).isEqualTo(new Counts(0, 7, 0, 0));
    }

    @Test
    void anEditOfAnOldVersionIsRefused() {
        operator.adjusts(sku, "\"1\"", adjustment(-1)).then().statusCode(200);

        operator.adjusts(sku, "\"1\"", adjustment(-1))
                .then()
                .statusCode(412)
                .contentType(PROBLEM)
                .body("current", equalTo(2));
        operator.adjusts(sku, null, adjustment(-1)).then().statusCode(428).contentType(PROBLEM);
        operator.adjusts(sku, "one", adjustment(-1)).then().statusCode(400).contentType(PROBLEM);
        assertThat(operator.counts(sku)).isEqualTo(new Counts(9, 0, 0, 0));
    }

    @Test
    void ofTwoEditsOfTheSameVersionOneWins() {
        List<Integer> statuses = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> operator.adjusts(sku, "\"1\"", adjustment(-1)), Thread::startVirtualThread))
                .limit(6)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(Response::statusCode)
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 412, 412, 412, 412, 412);
        assertThat(operator.counts(sku)).isEqualTo(new Counts(9, 0, 0, 0));
    }

    @Test
    void onlyWhatWasReceivedCanBeAdjusted() {
        operator.adjusts(newSku(), "\"1\"", adjustment(-1))
                .then()
                .statusCode(404)
                .contentType(PROBLEM);
        operator.adjusts(sku, "\"1\"", "{\"warehouse\":\"PUS2\",\"delta\":1,\"reason\":\"found\"}")
                .then()
                .statusCode(404)
                .contentType(PROBLEM);
        operator.adjusts("no sku", "\"1\"", adjustment(-1))
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"warehouse\":\"ICN1\",\"reason\":\"x\"}",
                "{\"warehouse\":\"ICN1\",\"delta\":0,\"reason\":\"x\"}",
                "{\"warehouse\":\"ICN1\",\"delta\":1.5,\"reason\":\"x\"}",
                "{\"warehouse\":\"ICN1\",\"delta\":1000001,\"reason\":\"x\"}",
                "{\"warehouse\":\"ICN1\",\"delta\":-1000001,\"reason\":\"x\"}",
                "{\"warehouse\":\"ICN1\",\"delta\":9223372036854775808,\"reason\":\"x\"}",
                "{\"warehouse\":\"ICN1\",\"delta\":1}",
                "{\"warehouse\":\"ICN1\",\"delta\":1,\"reason\":\"  \"}",
                "{\"warehouse\":\"ICN1\",\"delta\":1,\"reason\":5}",
            })
    void aBodyThatCannotBeAnAdjustmentIsExplained(String body) {
        operator.adjusts(sku, "\"1\"", body)
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("type", containsString("invalid-body"));
    }

    @Test
    void onlyOperatorsAdjust() {
        String path = "/api/v1/inventory/stock/" + sku + "/adjustments";

        given().contentType(ContentType.JSON)
                .body(adjustment(-1))
                .post(path)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.shopper(UUID.randomUUID()))
                .contentType(ContentType.JSON)
                .body(adjustment(-1))
                .post(path)
                .then()
                .statusCode(403);
        assertThat(operator.counts(sku)).isEqualTo(new Counts(10, 0, 0, 0));
    }

    private static String adjustment(long delta) {
        return "{\"warehouse\":\"ICN1\",\"delta\":%d,\"reason\":\"<i>it's broken</i>\"}".formatted(delta);
    }
}
