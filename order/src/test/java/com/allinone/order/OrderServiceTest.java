package com.allinone.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.allinone.messaging.testing.KafkaResource;
import com.allinone.messaging.testing.PostgresResource;
import com.allinone.messaging.testing.TokenResource;
import com.allinone.messaging.testing.Tokens;
import com.allinone.messaging.testing.Topic;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service on real PostgreSQL and Kafka; the test speaks for catalog, inventory and payment. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
class OrderServiceTest {

    private static final String LINES = """
            {"lines":[{"sku":"MUG-CELADON-01","quantity":2,"unitPrice":{"amount":29000,"currency":"KRW"}}],
             "paymentMethod":"tok_visa"}""";

    private final UUID shopper = UUID.randomUUID();
    private Topic catalog;
    private Topic inventoryCommands;
    private Topic inventoryEvents;
    private Topic paymentCommands;
    private Topic paymentEvents;
    private Topic events;

    @BeforeEach
    void open() {
        catalog = new Topic("catalog.events");
        inventoryCommands = new Topic("inventory.commands");
        inventoryEvents = new Topic("inventory.events");
        paymentCommands = new Topic("payment.commands");
        paymentEvents = new Topic("payment.events");
        events = new Topic("order.events");
        catalog.send(
                "/catalog",
                "MUG-CELADON-01",
                "product.listed.v1",
                product("MUG-CELADON-01", 1, 29000, "KRW", "LISTED"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> as(shopper)
                                .contentType(ContentType.JSON)
                                .body("{\"quantity\":1}")
                                .put("/api/v1/carts/mine/lines/MUG-CELADON-01")
                                .statusCode()
                        == 200);
    }

    @AfterEach
    void close() {
        for (Topic topic :
                new Topic[] {catalog, inventoryCommands, inventoryEvents, paymentCommands, paymentEvents, events}) {
            topic.close();
        }
    }

    @Test
    void anOrderGoesFromPlacedToDeliveryReady() {
        String id = place(LINES);
        inventoryCommands.await(id, "stock.reserve.v1");

        inventoryEvents.send("/inventory", id, "stock.reserved.v1", about(id));
        paymentCommands.await(id, "payment.charge.v1");
        paymentEvents.send("/payment", id, "payment.completed.v1", about(id));

        events.await(id, "delivery.ready.v1");
        show(id).body("status", equalTo("DELIVERY_READY"))
                .body("timeline.event", contains("ORDER_PLACED", "STOCK_RESERVED", "PAYMENT_COMPLETED"))
                .body("total.amount", equalTo(58000));
        assertThat(inventoryCommands.of(id))
                .extracting(Topic.Seen::type)
                .containsExactly("stock.reserve.v1", "stock.commit.v1");
    }

    @Test
    void aDuplicateReplyHasOneEffect() {
        String id = place(LINES);
        UUID reserved = inventoryEvents.send("/inventory", id, "stock.reserved.v1", about(id));
        inventoryEvents.send(reserved, "/inventory", id, "stock.reserved.v1", about(id));
        inventoryEvents.send("/inventory", id, "stock.reserved.v1", about(id));
        paymentEvents.send("/payment", id, "payment.completed.v1", about(id));

        events.await(id, "delivery.ready.v1");
        show(id).body("timeline.event", contains("ORDER_PLACED", "STOCK_RESERVED", "PAYMENT_COMPLETED"));
        assertThat(paymentCommands.of(id)).hasSize(1);
    }

    private String place(String body) {
        String location = as(shopper)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/orders")
                .then()
                .statusCode(202)
                .body("status", equalTo("AWAITING_STOCK"))
                .extract()
                .header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private ValidatableResponse show(String id) {
        return as(shopper).get("/api/v1/orders/" + id).then().statusCode(200).body("id", endsWith(id));
    }

    private static io.restassured.specification.RequestSpecification as(UUID user) {
        return given().auth().oauth2(Tokens.shopper(user));
    }

    private static String about(String id) {
        return "{\"orderId\":\"" + id + "\",\"reason\":\"OUT_OF_STOCK\"}";
    }

    private static String product(String sku, int version, long amount, String currency, String status) {
        return """
            {"sku":"%s","version":%d,"name":{"ko":"청자 머그","en":"Celadon mug"},"category":"kitchen",
             "amount":%d,"currency":"%s","picture":"https://img.example/mug.webp","status":"%s"}""".formatted(sku, version, amount, currency, status);
    }
}
