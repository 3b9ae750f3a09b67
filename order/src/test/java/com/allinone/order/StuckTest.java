package com.allinone.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.allinone.messaging.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StuckTest extends OrderServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void anOrderThatGetsNoAnswerIsAskedForAgainAndIsShownWithWhatItWaitsFor() {
        String id = releasing();
        assertThat(stuck()).doesNotContain(id);
        hasWaited(id, "1 hour");

        assertThat(neighbours.inventoryHears(id, "stock.release.v1", 2)).hasSize(2);
        shown(id)
                .body(at(id) + "status", equalTo("RELEASING"))
                .body(at(id) + "waitsFor", equalTo("Inventory has to say that the goods are given back"))
                .body(at(id) + "awaits", contains("STOCK_RELEASED"))
                .body(at(id) + "retrySends", contains("stock.release.v1"))
                .body(at(id) + "nudges", equalTo(1))
                .body(at(id) + "parked", equalTo(false));

        neighbours.inventorySays("stock.released.v1", id);
        neighbours.allHear(id, "order.cancelled.v1");
        assertThat(stuck()).doesNotContain(id);
        assertThat(database("select nudges from orders where order_id = '" + id + "'"))
                .isEqualTo("0");
    }

    @Test
    void anOrderIsAskedForAgainInItsOwnTrace() {
        String id = releasing();
        String trace = neighbours.inventoryHears(id, "stock.release.v1").header("traceparent");
        hasWaited(id, "1 hour");

        assertThat(neighbours
                        .inventoryHears(id, "stock.release.v1", 2)
                        .get(1)
                        .header("traceparent")
                        .substring(0, 35))
                .isEqualTo(database("select substr(traceparent, 1, 35) from orders where order_id = '" + id + "'"));
        assertThat(trace).isNotBlank();
    }

    @Test
    void anOrderThatHasWaitedForHoursGoesOnInATraceOfItsOwn() {
        String id = releasing();
        String trace = neighbours.inventoryHears(id, "stock.release.v1").header("traceparent");
        database("update order_event set occurred_at = occurred_at - interval '7 hours' where order_id = '" + id
                + "' returning 1");
        hasWaited(id, "7 hours");

        assertThat(neighbours.inventoryHears(id, "stock.release.v1", 2).get(1).header("traceparent"))
                .isNotBlank()
                .doesNotStartWith(trace.substring(0, 35));
    }

    @Test
    void aPaidOrderThatIsGivenUpIsAskedForUntilBothHalvesAreBack() {
        String id = confirmed();
        cancel(id).then().statusCode(202);
        neighbours.inventoryHears(id, "stock.release.v1");
        neighbours.inventorySays("stock.released.v1", id);
        await().atMost(PATIENCE).untilAsserted(() -> show(id).body("version", equalTo(5)));
        hasWaited(id, "1 hour");

        assertThat(neighbours.paymentHears(id, "payment.refund.v1", 2)).hasSize(2);
        assertThat(neighbours.saidToInventory(id)).containsOnlyOnce("stock.release.v1");
        shown(id).body(at(id) + "awaits", contains("PAYMENT_REFUNDED", "REFUND_FAILED"));
    }

    @Test
    void anOrderWhoseRefundWasRefusedIsShownAtOnce() {
        String id = confirmed();
        cancel(id).then().statusCode(202);
        neighbours.paymentSays("payment.refund_failed.v1", id);
        await().atMost(PATIENCE).untilAsserted(() -> show(id).body("status", equalTo("REFUND_BY_HAND")));

        shown(id).body(at(id) + "waitsFor", containsString("an operator has to settle it"));
    }

    @Test
    void anOrderWhoseAnswersAreParkedSaysSo() {
        String id = releasing();
        neighbours.paymentSays("payment.completed.v1", id);
        await().atMost(PATIENCE)
                .until(() -> database("select count(*) from parked_key where key = '" + id + "'")
                        .equals("1"));
        hasWaited(id, "1 hour");

        shown(id).body(at(id) + "parked", equalTo(true));
    }

    @Test
    void anOrderThatANewerReleaseWroteIsLeftAloneAndStopsNobodyElse() {
        String newer = placed(TWO_MUGS);
        neighbours.inventoryHears(newer, "stock.reserve.v1");
        database("insert into order_event values ('%s', 2, 'order.split.v1', '{\"parts\": 2}', now()) returning 1"
                .formatted(newer));
        String other = placed(TWO_MUGS);
        neighbours.inventoryHears(other, "stock.reserve.v1");
        database("update orders set deadline_at = now() - interval '2 hours' where order_id = '" + newer
                + "' returning 1");
        database("update orders set deadline_at = now() - interval '1 second' where order_id = '" + other
                + "' returning 1");

        neighbours.inventoryHears(other, "stock.release.v1");
        neighbours.inventorySays("stock.reserved.v1", newer);
        await().atMost(PATIENCE)
                .until(() -> database("select error from parked_message where key = '" + newer + "'")
                        .contains("cannot be read by this release: it has an event of type order.split.v1"));
        as(shopper)
                .get("/api/v1/orders/" + newer)
                .then()
                .statusCode(503)
                .body("type", equalTo("https://allinone.example/problems/newer-release"));
        shown(newer).body(at(newer) + "waitsFor", containsString("which a newer release wrote"));
        assertThat(database("select count(*) from order_event where order_id = '" + newer + "'"))
                .isEqualTo("2");
    }

    @Test
    void theListHasPagesTheLongestWaitingFirst() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(releasing());
            hasWaited(ids.get(i), (40 - i) + " days");
        }

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var request = auditor().queryParam("limit", 2);
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/api/v1/orders/stuck")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id", String.class));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(seen).containsSubsequence(ids).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubbish", "MjAyNi0xMS0yMVQxMjowMDowMFof", "eB9hMQ"})
    void aCursorThatIsNoneIsRefused(String cursor) {
        auditor()
                .queryParam("cursor", cursor)
                .get("/api/v1/orders/stuck")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("cursor"));
    }

    @Test
    void waitingOrdersAreMeasuredByState() {
        String id = releasing();
        hasWaited(id, "1 hour");

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(gauge("order_saga_orders", "RELEASING")).isGreaterThanOrEqualTo(1);
            assertThat(gauge("order_saga_stuck", "RELEASING")).isGreaterThanOrEqualTo(1);
            assertThat(gauge("order_saga_oldest_seconds", "RELEASING")).isGreaterThanOrEqualTo(3_600);
        });
    }

    private String releasing() {
        String id = reserved();
        neighbours.paymentSays("payment.declined.v1", id);
        neighbours.inventoryHears(id, "stock.release.v1");
        return id;
    }

    private void hasWaited(String id, String interval) {
        database("update orders set changed_at = now() - interval '%s' where order_id = '%s' returning 1"
                .formatted(interval, id));
    }

    private List<String> stuck() {
        return auditor()
                .queryParam("limit", 100)
                .get("/api/v1/orders/stuck")
                .jsonPath()
                .getList("items.id", String.class);
    }

    private ValidatableResponse shown(String id) {
        await().atMost(PATIENCE).until(() -> stuck().contains(id));
        return auditor()
                .queryParam("limit", 100)
                .get("/api/v1/orders/stuck")
                .then()
                .statusCode(200);
    }

    private static String at(String id) {
        return "items.find { it.id == '" + id + "' }.";
    }

    private static double gauge(String name, String state) {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + "{") && line.contains("state=\"" + state + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(-1);
    }

    private static io.restassured.specification.RequestSpecification auditor() {
        return RestAssured.given().auth().oauth2(Tokens.auditor(UUID.randomUUID()));
    }
}
