package com.allinone.order;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.allinone.messaging.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@code GET /api/v1/orders/{id}/explanation}. */
@QuarkusTest
class ExplainingTest extends OrderServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void tellsStatesMessagesAndWhatAnOrderWaitsFor() {
        String id = placed(TWO_MUGS);
        neighbours.inventorySays("stock.reserved.v1", id);
        neighbours.paymentHears(id, "payment.charge.v1");

        await().atMost(PATIENCE)
                .untilAsserted(() -> explained(id)
                        .body("status", equalTo("AWAITING_PAYMENT"))
                        .body("waitsFor", equalTo("Payment has to say whether the money was taken"))
                        .body("awaits", contains("PAYMENT_COMPLETED", "PAYMENT_DECLINED"))
                        .body("deadline", notNullValue())
                        .body("timeline.event", contains("ORDER_PLACED", "STOCK_RESERVED"))
                        .body("timeline.status", contains("AWAITING_STOCK", "AWAITING_PAYMENT"))
                        .body("messages.said.type", hasItem("payment.charge.v1"))
                        .body("messages.said.published", hasItem(true))
                        .body("messages.heard.deliveries", contains(1))
                        .body("messages.heard[0].ledTo", contains("payment.charge.v1"))
                        .body("messages.parked", empty())
                        .body("traceId", notNullValue())
                        .body("elsewhere.payment", equalTo("/api/v1/payment/payments/" + id + "/explanation")));
    }

    @Test
    void namesTheAnswerThatIsParked() {
        String id = placed(TWO_MUGS);
        neighbours.inventoryHears(id, "stock.reserve.v1");
        neighbours.paymentSays("payment.completed.v1", id);

        await().atMost(PATIENCE)
                .untilAsserted(() -> explained(id)
                        .body("messages.parked.type", contains("payment.completed.v1"))
                        .body("messages.parked[0].consumer", notNullValue())
                        .body("messages.parked[0].error", containsString("ImpossibleReply")));
    }

    @Test
    void anEndedOrderWaitsForNothingAndHasNoDeadline() {
        String id = placed(TWO_MUGS);
        neighbours.inventoryHears(id, "stock.reserve.v1");
        neighbours.inventorySays("stock.rejected.v1", id);
        neighbours.allHear(id, "order.cancelled.v1");

        explained(id).body("waitsFor", equalTo("Nothing: it is cancelled")).body("deadline", nullValue());
    }

    @Test
    void isForOperatorsAndAuditorsOnly() {
        String id = placed(TWO_MUGS);

        as(shopper).get(path(id)).then().statusCode(403);
        given().auth()
                .oauth2(Tokens.auditor(UUID.randomUUID()))
                .get(path(id))
                .then()
                .statusCode(200);
    }

    @Test
    void anOrderThatDoesNotExistIsNotFound() {
        asOperator().get(path(UUID.randomUUID().toString())).then().statusCode(404);
    }

    private ValidatableResponse explained(String id) {
        return asOperator().get(path(id)).then().statusCode(200);
    }

    private static String path(String id) {
        return "/api/v1/orders/" + id + "/explanation";
    }
}
