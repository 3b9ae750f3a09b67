package com.allinone.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.allinone.messaging.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RebuildingTest extends OrderServiceTest {

    private static final String PATH = "/api/v1/orders/projections/";

    @Test
    void whatIsReadOfEveryOrderIsWhatItsEventsSay() {
        String cancelled = placed(TWO_MUGS);
        neighbours.inventorySays("stock.rejected.v1", cancelled);
        neighbours.allHear(cancelled, "order.cancelled.v1");
        String unwinding = confirmed();
        cancel(unwinding).then().statusCode(202);
        String shipped = confirmed();
        asOperator().post("/api/v1/orders/" + shipped + "/shipment").then().statusCode(200);

        assertThat(differences(cancelled)).isEmpty();
        assertThat(differences(unwinding)).isEmpty();
        assertThat(differences(shipped)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update orders set status = 'CONFIRMED'                      | orders.status
            update orders set version = version + 1                     | orders.version
            update orders set reason = 'OUT_OF_STOCK'                   | orders.reason
            update orders set waits_for = 'stock'                       | orders.waits_for
            update orders set amount = amount + 1                       | orders.amount
            update orders set currency = 'USD'                          | orders.currency
            update orders set user_id = gen_random_uuid()               | orders.user_id
            update orders set placed_at = placed_at + interval '1 us'   | orders.placed_at
            update orders set deadline_at = now() + interval '1 year'   | orders.deadline_at
            update orders set changed_at = now()                        | orders.changed_at
            update order_line set quantity = 3                          | order_line
            update order_line set name_ko = 'x'                         | order_line
            delete from order_line                                      | order_line
            """)
    void everySeededDifferenceIsFoundAndRepaired(String damage, String what) {
        String id = confirmed();
        database(damage + " where order_id = '" + id + "' returning 1");

        assertThat(differences(id)).containsExactly(what);
        repair(id).then().statusCode(200).body("repaired", equalTo(1));
        assertThat(differences(id)).isEmpty();
        show(id).body("status", equalTo("DELIVERY_READY"));
    }

    @Test
    void aMissingRowIsFoundAndMadeAgain() {
        String id = confirmed();
        database("delete from order_line where order_id = '" + id + "' returning 1");
        database("delete from orders where order_id = '" + id + "' returning 1");

        assertThat(differences(id)).containsExactly("orders", "order_line");
        repair(id).then().statusCode(200);

        assertThat(differences(id)).isEmpty();
        cancel(id).then().statusCode(202);
    }

    @Test
    void aRowWithoutEventsAndOneThatCannotBeReadAreFoundAndLeftToAPerson() {
        String without = confirmed();
        String unreadable = confirmed();
        database("delete from order_event where order_id = '" + without + "' returning 1");
        database("insert into order_event values ('%s', 4, 'order.split.v1', '{}', now()) returning 1"
                .formatted(unreadable));

        assertThat(differences(without)).containsExactly("orders");
        assertThat(differences(unreadable)).containsExactly("order_event");
        repair(without).then().body("repaired", equalTo(0)).body("differing", equalTo(1));
        repair(unreadable).then().body("repaired", equalTo(0));
        database("delete from order_line where order_id = '" + without + "' returning 1");
        database("delete from orders where order_id = '" + without + "' returning 1");
        database("delete from order_event where order_id = '" + unreadable + "' and version = 4 returning 1");
    }

    @Test
    void aRepairIsPutDown() {
        String id = confirmed();
        database("update orders set status = 'CANCELLED' where order_id = '" + id + "' returning 1");
        repair(id).then().statusCode(200);

        operator()
                .get("/api/v1/orders/" + id + "/operations")
                .then()
                .body("items", hasSize(1))
                .body("items[0].action", equalTo("REPAIR_PROJECTION"))
                .body("items[0].reason", equalTo("a bad script"))
                .body("items[0].detail", containsString("orders.status"));
    }

    @Test
    void aRowOfThePreviousReleaseIsNoDifference() {
        String id = confirmed();
        database("update orders set changed_at = null where order_id = '" + id + "' returning 1");

        assertThat(differences(id)).isEmpty();
    }

    @Test
    void whileOrdersAreRunningNothingDiffers() throws InterruptedException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            ids.add(placed(TWO_MUGS));
        }
        AtomicBoolean done = new AtomicBoolean();
        List<String> found = new ArrayList<>();
        Thread verifier = Thread.ofVirtual().start(() -> {
            while (!done.get()) {
                ids.forEach(id -> found.addAll(differences(id)));
            }
        });
        ids.forEach(id -> neighbours.inventorySays("stock.reserved.v1", id));
        ids.forEach(id -> neighbours.paymentSays("payment.completed.v1", id));
        ids.forEach(id -> neighbours.allHear(id, "delivery.ready.v1"));
        done.set(true);
        verifier.join();

        assertThat(found).isEmpty();
    }

    @Test
    void theWholeShopIsGoneThroughInPieces() {
        placed(TWO_MUGS);
        confirmed();
        int orders = 0;
        @Nullable String next = null;
        do {
            JsonPath piece = piece(next, 3);
            orders += piece.getInt("orders");
            assertThat(piece.getInt("orders")).isLessThanOrEqualTo(3);
            next = piece.getString("next");
        } while (next != null);

        assertThat(orders).isEqualTo(Integer.parseInt(database("select count(*) from orders")));
    }

    @ParameterizedTest
    @CsvSource({"0", "501", "-1"})
    void aLimitOutOfBoundsIsRefused(int limit) {
        operator()
                .queryParam("limit", limit)
                .get(PATH + "verification")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("limit"));
        operator()
                .contentType(ContentType.JSON)
                .body("{\"limit\":" + limit + ",\"reason\":\"out of bounds\"}")
                .post(PATH + "repair")
                .then()
                .statusCode(400);
    }

    @Test
    void onlyAnOperatorRepairsAndAShopperSeesNothing() {
        as(shopper).get(PATH + "verification").then().statusCode(403);
        RestAssured.given()
                .auth()
                .oauth2(Tokens.auditor(UUID.randomUUID()))
                .contentType(ContentType.JSON)
                .body("{\"limit\":1,\"reason\":\"let me\"}")
                .post(PATH + "repair")
                .then()
                .statusCode(403);
    }

    /** What differs of this order. */
    private List<String> differences(String id) {
        return operator()
                .queryParam("after", before(id))
                .queryParam("limit", 1)
                .get(PATH + "verification")
                .then()
                .statusCode(200)
                .body("orders", equalTo(1))
                .extract()
                .jsonPath()
                .getList("differences.what", String.class);
    }

    private io.restassured.response.Response repair(String id) {
        return operator()
                .contentType(ContentType.JSON)
                .body("{\"after\":\"%s\",\"limit\":1,\"reason\":\"a bad script\"}".formatted(before(id)))
                .post(PATH + "repair");
    }

    private JsonPath piece(@Nullable String after, int limit) {
        RequestSpecification request = operator().queryParam("limit", limit);
        return (after == null ? request : request.queryParam("after", after))
                .get(PATH + "verification")
                .jsonPath();
    }

    /** The id right before. */
    private static String before(String id) {
        UUID order = UUID.fromString(id);
        return new UUID(order.getMostSignificantBits(), order.getLeastSignificantBits() - 1).toString();
    }

    private static RequestSpecification operator() {
        return asOperator();
    }
}
