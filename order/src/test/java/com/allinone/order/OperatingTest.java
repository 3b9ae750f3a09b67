package com.allinone.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.allinone.messaging.testing.Tokens;
import com.allinone.messaging.testing.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OperatingTest extends OrderServiceTest {

    private static final String PROBLEMS = "https://allinone.example/problems/";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final UUID operator = UUID.randomUUID();

    @Test
    void retryNowSendsAgainWhatTheStateCountsOn() {
        String id = reserved();

        String operation = asked(id, "RETRY_NOW");

        answered(operation, "DONE", "Sent again: payment.charge.v1; the order is AWAITING_PAYMENT");
        assertThat(neighbours.paymentHears(id, "payment.charge.v1", 2)).hasSize(2);
        assertThat(neighbours.saidToInventory(id)).containsExactly("stock.reserve.v1");
        show(id).body("version", equalTo(2));
    }

    @Test
    void whatIsSentAgainIsInTheTraceOfTheRequestAndNamesItsCause() {
        String trace = "0af7651916cd43dd8448eb211c80319d";
        String id = placed(TWO_MUGS);

        request(id, "RETRY_NOW", operator().header("traceparent", "00-" + trace + "-b7ad6b7169203331-01"))
                .then()
                .statusCode(202);

        var again = neighbours.inventoryHears(id, "stock.reserve.v1", 2).get(1);
        assertThat(again.header("traceparent")).startsWith("00-" + trace + "-");
        assertThat(again.header("ce_causationid")).isNotBlank();
    }

    @Test
    void anOperatorCancelsByMessage() {
        String id = confirmed();

        answered(asked(id, "CANCEL"), "DONE", "The order is UNWINDING now");

        neighbours.paymentHears(id, "payment.refund.v1");
        neighbours.inventoryHears(id, "stock.release.v1");
        show(id).body("reason", equalTo("CANCELLED_BY_OPERATOR"));
        answered(asked(id, "CANCEL"), "NOTHING_TO_DO", "The order is UNWINDING already");
    }

    @Test
    void anOperatorShipsAndDelivers() {
        String id = confirmed();

        answered(asked(id, "MARK_SHIPPED"), "DONE", "The order is SHIPPED now");
        neighbours.inventoryHears(id, "stock.ship.v1");
        neighbours.allHear(id, "order.shipped.v1");
        answered(asked(id, "MARK_DELIVERED"), "DONE", "The order is DELIVERED now");
        neighbours.allHear(id, "order.delivered.v1");
        answered(asked(id, "MARK_SHIPPED"), "NOTHING_TO_DO", "The order is DELIVERED already");
    }

    @Test
    void whatComesTooLateIsRefusedInItsAuditRowAndNothingIsParked() {
        String id = confirmed();
        cancel(id).then().statusCode(202);

        answered(asked(id, "MARK_SHIPPED"), "REFUSED", "The order is UNWINDING: this cannot be done to it");

        show(id).body("status", equalTo("UNWINDING"));
        answered(asked(id, "RETRY_NOW"), "DONE", "payment.refund.v1, stock.release.v1");
    }

    @Test
    void anActionHasOneEffectHoweverOftenItsMessageComes() {
        String id = reserved();
        String location = asked(id, "RETRY_NOW");
        neighbours.paymentHears(id, "payment.charge.v1", 2);
        try (Topic commands = new Topic("order.commands")) {
            var sent = commands.await(id, "order.retry.v1");
            commands.send("/order", id, "order.retry.v1", sent.body().toString());
        }
        String second = asked(id, "RETRY_NOW");

        answered(location, "DONE", "Sent again");
        answered(second, "DONE", "Sent again");
        cancel(id).then().statusCode(202);
        neighbours.paymentHears(id, "payment.cancel.v1");
        assertThat(neighbours.saidToPayment(id))
                .containsExactly("payment.charge.v1", "payment.charge.v1", "payment.charge.v1", "payment.cancel.v1");
    }

    @Test
    void aCommandThatNobodyAskedForIsParked() {
        String id = placed(TWO_MUGS);
        try (Topic commands = new Topic("order.commands")) {
            commands.send(
                    "/order",
                    id,
                    "order.cancel.v1",
                    "{\"orderId\":\"%s\",\"operationId\":\"%s\"}".formatted(id, UUID.randomUUID()));
        }

        await().atMost(PATIENCE)
                .until(() -> database("select count(*) from parked_message where consumer = 'operating'"
                                + " and key = '" + id + "'")
                        .equals("1"));
        show(id).body("status", equalTo("AWAITING_STOCK"));
    }

    @Test
    void theAuditTellsWhoDidWhatAndWhy() {
        String id = confirmed();
        answered(asked(id, "RETRY_NOW"), "DONE", "stock.commit.v1");
        asOperator().post("/api/v1/orders/" + id + "/shipment").then().statusCode(200);

        auditor()
                .get("/api/v1/orders/" + id + "/operations")
                .then()
                .statusCode(200)
                .body("items.action", contains("MARK_SHIPPED", "RETRY_NOW"))
                .body("items.outcome", contains("DONE", "DONE"))
                .body("items[1].operatorId", equalTo(operator.toString()))
                .body("items[1].reason", equalTo("the shopper called"))
                .body("next", nullValue());
    }

    @Test
    void theAuditHasPages() {
        String id = placed(TWO_MUGS);
        asked(id, "RETRY_NOW");
        asked(id, "RETRY_NOW");
        asked(id, "CANCEL");
        String path = "/api/v1/orders/" + id + "/operations";

        String next = auditor()
                .queryParam("limit", 2)
                .get(path)
                .then()
                .body("items", hasSize(2))
                .extract()
                .path("next");
        auditor()
                .queryParam("limit", 2)
                .queryParam("cursor", next)
                .get(path)
                .then()
                .body("items.action", contains("RETRY_NOW"));
    }

    @Test
    void theSameKeyIsOneOperation() {
        String id = placed(TWO_MUGS);
        String key = UUID.randomUUID().toString();
        String first = post(id, key, body("RETRY_NOW")).header("Location");

        assertThat(post(id, key, body("RETRY_NOW")).header("Location")).isEqualTo(first);
        refused(post(id, key, body("CANCEL")), 422, "idempotency-key-reused");
        auditor().get("/api/v1/orders/" + id + "/operations").then().body("items", hasSize(1));
    }

    @Test
    void onlyOperatorsActAndOnlyOperatorsAndAuditorsRead() {
        String id = placed(TWO_MUGS);
        String path = "/api/v1/orders/" + id + "/operations";

        refused(request(id, "CANCEL", as(shopper)), 403, "not-allowed");
        refused(request(id, "CANCEL", auditor()), 403, "not-allowed");
        refused(as(shopper).get(path), 403, "not-allowed");
        refused(as(shopper).get("/api/v1/orders/stuck"), 403, "not-allowed");
        auditor().get(path).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String unknown = UUID.randomUUID().toString();
        String id = placed(TWO_MUGS);

        refused(request(unknown, "CANCEL", operator()), 404, "not-found");
        refused(operator().get("/api/v1/orders/" + unknown + "/operations"), 404, "not-found");
        refused(operator().get("/api/v1/orders/" + id + "/operations/" + unknown), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"reason":"no action"}                                 | action
            {"action":"EXPLODE","reason":"an unknown one"}         | action
            {"action":"CANCEL"}                                    | reason
            {"action":"CANCEL","reason":"ab"}                      | reason
            {"action":"CANCEL","reason":"fine","urgent":true}      | urgent
            {"action":3,"reason":"a number"}                       | action
            """)
    void aBodyThatCannotBeIsRefusedWithASentence(String body, String named) {
        String id = placed(TWO_MUGS);

        refused(post(id, UUID.randomUUID().toString(), body), 400, "invalid-body")
                .then()
                .body("detail", containsString(named));
    }

    @Test
    void withoutAKeyOrABodyNothingIsAsked() {
        String id = placed(TWO_MUGS);
        String path = "/api/v1/orders/" + id + "/operations";

        refused(
                operator().contentType(ContentType.JSON).body(body("CANCEL")).post(path),
                400,
                "idempotency-key-required");
        refused(
                operator()
                        .contentType(ContentType.JSON)
                        .header("Idempotency-Key", "k")
                        .post(path),
                400,
                "invalid-body");
    }

    private String asked(String id, String action) {
        return request(id, action, operator())
                .then()
                .statusCode(202)
                .body("action", equalTo(action))
                .extract()
                .header("Location");
    }

    private void answered(String location, String outcome, String detail) {
        await(location)
                .atMost(PATIENCE)
                .untilAsserted(() -> auditor()
                        .get(location)
                        .then()
                        .statusCode(200)
                        .body("outcome", equalTo(outcome))
                        .body("detail", containsString(detail)));
    }

    private Response request(String id, String action, RequestSpecification who) {
        return who.contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body(action))
                .post("/api/v1/orders/" + id + "/operations");
    }

    private Response post(String id, String key, String body) {
        return operator()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/orders/" + id + "/operations");
    }

    private RequestSpecification operator() {
        return io.restassured.RestAssured.given().auth().oauth2(Tokens.operator(operator));
    }

    private static RequestSpecification auditor() {
        return io.restassured.RestAssured.given().auth().oauth2(Tokens.auditor(UUID.randomUUID()));
    }

    private static String body(String action) {
        return "{\"action\":\"" + action + "\",\"reason\":\"the shopper called\"}";
    }

    private static Response refused(Response response, int status, String type) {
        response.then().statusCode(status).body("type", equalTo(PROBLEMS + type));
        return response;
    }
}
