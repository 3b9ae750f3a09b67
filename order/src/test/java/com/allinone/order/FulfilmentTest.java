package com.allinone.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FulfilmentTest extends OrderServiceTest {

    @Test
    void anOrderGoesFromPlacedToDeliveryReady() {
        String id = confirmed();

        show(id).body("status", equalTo("DELIVERY_READY"))
                .body("waitsFor", nullValue())
                .body("timeline.event", contains("ORDER_PLACED", "STOCK_RESERVED", "PAYMENT_COMPLETED"))
                .body("total.amount", equalTo(58_000));
        assertThat(neighbours.saidToInventory(id)).containsExactly("stock.reserve.v1", "stock.commit.v1");
        assertThat(neighbours.saidToPayment(id)).containsExactly("payment.charge.v1");
    }

    @Test
    void theChargeCarriesTheAmountAndTheDeadline() {
        String id = reserved();

        var charge = neighbours.paymentHears(id, "payment.charge.v1");
        assertThat(charge.body().get("amount").asLong()).isEqualTo(58_000);
        assertThat(charge.body().get("paymentMethod").asText()).isEqualTo("tok_visa");
        assertThat(charge.body().get("notAfter").asText()).isNotBlank();
        assertThat(charge.header("ce_source")).isEqualTo("/order");
    }

    @Test
    void whatAnOrderSaysFirstIsInTheTraceOfItsRequest() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        String id = id(as(shopper)
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(TWO_MUGS)
                .post("/api/v1/orders")
                .header("Location"));

        assertThat(neighbours.inventoryHears(id, "stock.reserve.v1").header("traceparent"))
                .startsWith("00-" + trace + "-");
    }

    @Test
    void aDuplicateReplyHasOneEffect() {
        String id = placed(TWO_MUGS);
        UUID reply = neighbours.inventorySays("stock.reserved.v1", id);
        neighbours.inventoryRepeats(reply, "stock.reserved.v1", id);
        neighbours.inventorySays("stock.reserved.v1", id);
        neighbours.paymentSays("payment.completed.v1", id);

        neighbours.allHear(id, "delivery.ready.v1");
        show(id).body("timeline.event", contains("ORDER_PLACED", "STOCK_RESERVED", "PAYMENT_COMPLETED"));
        assertThat(neighbours.saidToPayment(id)).containsExactly("payment.charge.v1");
    }

    @Test
    void anOrderOutOfStockIsCancelledAndNothingIsCharged() {
        String id = placed(TWO_MUGS);
        neighbours.inventorySays("stock.rejected.v1", id);

        neighbours.allHear(id, "order.cancelled.v1");
        show(id).body("status", equalTo("CANCELLED")).body("reason", equalTo("OUT_OF_STOCK"));
        assertThat(neighbours.saidToPayment(id)).isEmpty();
    }

    @Test
    void aDeclinedOrderGivesItsStockBack() {
        String id = reserved();
        neighbours.paymentSays("payment.declined.v1", id);

        neighbours.inventoryHears(id, "stock.release.v1");
        neighbours.inventorySays("stock.released.v1", id);
        neighbours.allHear(id, "order.cancelled.v1");
        show(id).body("reason", equalTo("PAYMENT_DECLINED"));
    }

    @Test
    void aCancelledPaidOrderWaitsForItsRefundAndItsStock() {
        String id = confirmed();
        cancel(id).then().statusCode(202).body("status", equalTo("UNWINDING"));
        neighbours.paymentHears(id, "payment.refund.v1");
        neighbours.inventorySays("stock.released.v1", id);
        neighbours.paymentSays("payment.refunded.v1", id);

        neighbours.allHear(id, "order.cancelled.v1");
        show(id).body("status", equalTo("CANCELLED")).body("reason", equalTo("CANCELLED_BY_SHOPPER"));
    }

    @Test
    void whileTheFateOfAPaymentIsUnknownTheStockStaysHeld() {
        String id = reserved();
        cancel(id).then().statusCode(202).body("status", equalTo("AWAITING_PAYMENT_FATE"));
        neighbours.paymentHears(id, "payment.cancel.v1");

        assertThat(neighbours.saidToInventory(id)).containsExactly("stock.reserve.v1");
        neighbours.paymentSays("payment.completed.v1", id);
        neighbours.paymentHears(id, "payment.refund.v1");
        neighbours.inventoryHears(id, "stock.release.v1");
    }

    @Test
    void anOrderThatWaitsTooLongIsGivenUp() throws SQLException {
        String id = placed(TWO_MUGS);
        neighbours.inventoryHears(id, "stock.reserve.v1");
        makeOverdue(id);

        neighbours.inventoryHears(id, "stock.release.v1");
        neighbours.inventorySays("stock.released.v1", id);
        neighbours.allHear(id, "order.cancelled.v1");
        show(id).body("reason", equalTo("DEADLINE_PASSED"));
    }

    @Test
    void aShippedOrderCannotBeCancelled() {
        String id = confirmed();
        asOperator().post("/api/v1/orders/" + id + "/shipment").then().statusCode(200);

        cancel(id)
                .then()
                .statusCode(409)
                .body("type", equalTo("https://allinone.example/problems/order-not-cancellable"));
        neighbours.inventoryHears(id, "stock.ship.v1");
        asOperator().post("/api/v1/orders/" + id + "/delivery").then().body("status", equalTo("DELIVERED"));
        neighbours.allHear(id, "order.delivered.v1");
    }

    @Test
    void anImpossibleReplyIsParkedAndItsOrderStays() throws SQLException {
        String id = placed(TWO_MUGS);
        neighbours.paymentSays("payment.completed.v1", id);

        await().atMost(Duration.ofSeconds(20)).until(() -> parked(id) == 1);
        show(id).body("status", equalTo("AWAITING_STOCK"));
    }

    private void makeOverdue(String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update orders set deadline_at = now() - interval '1 second' where order_id = ?::uuid")) {
            update.setString(1, id);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private int parked(String key) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select count(*) from parked_message where consumer = 'fulfilment' and key = ?")) {
            query.setString(1, key);
            try (ResultSet result = query.executeQuery()) {
                return result.next() ? result.getInt(1) : 0;
            }
        }
    }
}
