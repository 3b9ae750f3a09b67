package com.allinone.order;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shopper's cancel at every moment of an order's life. */
@QuarkusTest
class CancellingTest extends OrderServiceTest {

    @ParameterizedTest
    @CsvSource({
        "AWAITING_STOCK, 202, RELEASING",
        "AWAITING_PAYMENT, 202, AWAITING_PAYMENT_FATE",
        "AWAITING_PAYMENT_FATE, 202, AWAITING_PAYMENT_FATE",
        "RELEASING, 202, RELEASING",
        "DELIVERY_READY, 202, UNWINDING",
        "UNWINDING, 202, UNWINDING",
        "REFUND_BY_HAND, 202, REFUND_BY_HAND",
        "CANCELLED, 202, CANCELLED",
        "SHIPPED, 409, SHIPPED",
        "DELIVERED, 409, DELIVERED"
    })
    void theAnswerAndWhatFollows(String status, int answer, String next) {
        String id = in(status);

        cancel(id).then().statusCode(answer);

        show(id).body("status", equalTo(next));
        if (answer == 409) {
            cancel(id).then().body("type", equalTo("https://allinone.example/problems/order-not-cancellable"));
        }
        int version = version(id);
        cancel(id).then().statusCode(answer);
        show(id).body("version", equalTo(version));
    }

    @ParameterizedTest
    @CsvSource({"AWAITING_STOCK", "AWAITING_PAYMENT", "DELIVERY_READY", "UNWINDING", "SHIPPED"})
    void anotherShoppersOrderIsNotThere(String status) {
        String id = in(status);

        as(UUID.randomUUID())
                .post("/api/v1/orders/" + id + "/cancellation")
                .then()
                .statusCode(404);
        show(id).body("status", equalTo(status));
    }

    @ParameterizedTest
    @CsvSource({"RELEASING", "CANCELLED", "SHIPPED", "DELIVERED", "UNWINDING"})
    void aLateReplyRevivesNothingAndIsCounted(String status) {
        String id = in(status);
        int version = version(id);
        double before = ignored();

        neighbours.inventorySays("stock.reserved.v1", id);

        await().atMost(Duration.ofSeconds(20)).until(() -> ignored() > before);
        show(id).body("status", equalTo(status)).body("version", equalTo(version));
    }

    private String in(String status) {
        String id = placed(TWO_MUGS);
        for (String step : way(status)) {
            switch (step) {
                case "cancel" -> cancel(id).then().statusCode(202);
                case "shipment", "delivery" ->
                    asOperator()
                            .contentType(ContentType.JSON)
                            .post("/api/v1/orders/" + id + "/" + step)
                            .then()
                            .statusCode(200);
                default -> {
                    int version = version(id);
                    if (step.startsWith("stock.")) {
                        neighbours.inventorySays(step, id);
                    } else {
                        neighbours.paymentSays(step, id);
                    }
                    await().atMost(Duration.ofSeconds(20)).until(() -> version(id) > version);
                }
            }
        }
        show(id).body("status", equalTo(status));
        return id;
    }

    private static List<String> way(String status) {
        return switch (status) {
            case "AWAITING_STOCK" -> List.of();
            case "AWAITING_PAYMENT" -> List.of("stock.reserved.v1");
            case "AWAITING_PAYMENT_FATE" -> List.of("stock.reserved.v1", "cancel");
            case "RELEASING" -> List.of("stock.reserved.v1", "payment.declined.v1");
            case "CANCELLED" -> List.of("stock.reserved.v1", "payment.declined.v1", "stock.released.v1");
            case "DELIVERY_READY" -> List.of("stock.reserved.v1", "payment.completed.v1");
            case "UNWINDING" -> List.of("stock.reserved.v1", "payment.completed.v1", "cancel");
            case "REFUND_BY_HAND" ->
                List.of("stock.reserved.v1", "payment.completed.v1", "cancel", "payment.refund_failed.v1");
            case "SHIPPED" -> List.of("stock.reserved.v1", "payment.completed.v1", "shipment");
            case "DELIVERED" -> List.of("stock.reserved.v1", "payment.completed.v1", "shipment", "delivery");
            default -> throw new IllegalArgumentException(status);
        };
    }

    private int version(String id) {
        return show(id).extract().path("version");
    }

    private static double ignored() {
        return io.restassured.RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line ->
                        line.startsWith("order_fulfilment_ignored_total{") && line.contains("stock.reserved.v1"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
