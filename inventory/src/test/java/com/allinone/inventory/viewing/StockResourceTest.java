package com.allinone.inventory.viewing;

import static com.allinone.inventory.Operator.newSku;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.allinone.inventory.Operator;
import com.allinone.messaging.testing.KafkaResource;
import com.allinone.messaging.testing.PostgresResource;
import com.allinone.messaging.testing.TokenResource;
import com.allinone.messaging.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
class StockResourceTest {

    private final Operator operator = new Operator();
    private final String sku = newSku();

    @Test
    void anybodySeesHowManyOneOrderCanHave() {
        operator.receives(3, sku);
        operator.receivesAt("PUS2", 5, sku);

        assertThat(get("/api/v1/inventory/availability/{sku}", sku)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo("{\"sku\":\"%s\",\"available\":5}".formatted(sku));
    }

    @Test
    void anOperatorSeesEveryWarehouse() {
        operator.receives(3, sku);
        operator.receivesAt("PUS2", 5, sku);

        operator.sees(sku)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .header("Cache-Control", "no-store")
                .body("sku", equalTo(sku))
                .body("version", equalTo(2))
                .body("warehouses.warehouse", equalTo(List.of("ICN1", "PUS2")))
                .body("warehouses.received", equalTo(List.of(3, 5)))
                .body("warehouses[1].writtenOff", equalTo(0))
                .body("warehouses[1].version", equalTo(1));
    }

    @Test
    void anUnknownSkuIsNotFound() {
        get("/api/v1/inventory/availability/{sku}", sku)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", containsString("not-found"));
        operator.sees(sku).then().statusCode(404);
    }

    @Test
    void whatIsNoSkuIsRefused() {
        get("/api/v1/inventory/availability/{sku}", "tea'; drop table stock")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo("sku"));
    }

    @Test
    void onlyOperatorsSeeTheStock() {
        get("/api/v1/inventory/stock/{sku}", sku).then().statusCode(401).contentType("application/problem+json");
        given().auth()
                .oauth2(Tokens.shopper(UUID.randomUUID()))
                .get("/api/v1/inventory/stock/{sku}", sku)
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "ready", "started"})
    void saysThatItIsWell(String kind) {
        get("/q/health/{kind}", kind).then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void describesItsApiAndItsNumbers() {
        get("/q/openapi")
                .then()
                .statusCode(200)
                .body(containsString("/api/v1/inventory/receipts:"))
                .body(containsString("/api/v1/inventory/stock/{sku}/adjustments:"));
        get("/q/metrics").then().statusCode(200).body(containsString("messaging_outbox"));
    }
}
