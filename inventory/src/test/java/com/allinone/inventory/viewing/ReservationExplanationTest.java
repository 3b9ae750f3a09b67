package com.allinone.inventory.viewing;

import static com.allinone.inventory.Operator.newSku;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.allinone.inventory.Operator;
import com.allinone.inventory.OrderService;
import com.allinone.inventory.OrderService.Wanted;
import com.allinone.messaging.testing.KafkaResource;
import com.allinone.messaging.testing.PostgresResource;
import com.allinone.messaging.testing.TokenResource;
import com.allinone.messaging.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code GET /api/v1/inventory/reservations/{orderId}/explanation}. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
class ReservationExplanationTest {

    private final OrderService orders = new OrderService();
    private final Operator operator = new Operator();
    private final UUID order = OrderService.newOrder();
    private final String sku = newSku();

    @AfterEach
    void close() {
        orders.close();
    }

    @Test
    void tellsWhatIsHeldAndWhere() {
        operator.receives(3, sku);
        orders.reserve(order, new Wanted(sku, 2));
        orders.hears(order, "stock.reserved.v1");

        explained()
                .body("stage", startsWith("HELD"))
                .body("lines", hasSize(1))
                .body("lines[0].sku", equalTo(sku))
                .body("lines[0].warehouse", equalTo("ICN1"))
                .body("lines[0].quantity", equalTo(2))
                .body("expiresAt", notNullValue())
                .body("messages.said.type", contains("stock.reserved.v1"))
                .body("messages.heard.deliveries", contains(1));
    }

    @Test
    void tellsWhatWasTakenAlsoAfterItWasGivenBack() {
        operator.receives(3, sku);
        orders.reserve(order, new Wanted(sku, 2));
        orders.hears(order, "stock.reserved.v1");
        orders.release(order);
        orders.hears(order, "stock.released.v1");

        explained().body("stage", startsWith("RELEASED")).body("lines[0].quantity", equalTo(2));
    }

    @Test
    void tellsWhatWasLacking() {
        operator.receives(1, sku);
        orders.reserve(order, new Wanted(sku, 2));
        orders.hears(order, "stock.rejected.v1");

        explained()
                .body("stage", equalTo("REJECTED: OUT_OF_STOCK"))
                .body("shortages[0].requested", equalTo(2))
                .body("shortages[0].available", equalTo(1));
    }

    @Test
    void isForOperatorsAndAuditorsOnlyAndKnowsNoOrderThatStockNeverHeardOf() {
        get(Tokens.shopper(UUID.randomUUID())).statusCode(403);
        get(Tokens.operator(UUID.randomUUID())).statusCode(404);
    }

    private ValidatableResponse explained() {
        return get(Tokens.auditor(UUID.randomUUID())).statusCode(200);
    }

    private ValidatableResponse get(String token) {
        return given().auth()
                .oauth2(token)
                .get("/api/v1/inventory/reservations/" + order + "/explanation")
                .then();
    }
}
