package com.allinone.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.allinone.messaging.testing.KafkaResource;
import com.allinone.messaging.testing.TokenResource;
import com.allinone.messaging.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders that the previous release began are carried to their end by this one. */
@QuarkusTest
@WithTestResource(PreviousRelease.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
class DeployTest {

    /** A released file is never edited. */
    private static final String SHA256 = "f9f6aab697a97f5e93dba3478cfb9ce7e7af68232abfe9c530936b4785dcc260";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern HEAD = Pattern.compile(
            "insert into orders .*\\nvalues \\('([0-9a-f-]{36})', '([0-9a-f-]{36})', ([0-9]+), '([A-Z_]+)'");

    private final Neighbours neighbours = new Neighbours();

    record Begun(String id, UUID shopper, int version, String status) {}

    static List<Begun> begun() {
        return HEAD.matcher(PreviousRelease.orders())
                .results()
                .map(row -> new Begun(
                        row.group(1), UUID.fromString(row.group(2)), Integer.parseInt(row.group(3)), row.group(4)))
                .toList();
    }

    @AfterEach
    void close() {
        neighbours.close();
    }

    @ParameterizedTest
    @MethodSource("begun")
    void anOrderOfThePreviousReleaseIsCarriedToItsEnd(Begun order) {
        assertThat(show(order).getString("status")).isEqualTo(order.status());
        assertThat(show(order).getInt("version")).isEqualTo(order.version());

        String status = order.status();
        while (!List.of("CANCELLED", "DELIVERED").contains(status)) {
            int version = show(order).getInt("version");
            takeOn(order.id(), status);
            await(order + " after " + status)
                    .atMost(PATIENCE)
                    .until(() -> show(order).getInt("version") > version);
            status = show(order).getString("status");
        }

        JsonPath compared = given().auth()
                .oauth2(Tokens.auditor(UUID.randomUUID()))
                .queryParam("after", before(order.id()))
                .queryParam("limit", 1)
                .get("/api/v1/orders/projections/verification")
                .jsonPath();
        assertThat(compared.getInt("orders")).isEqualTo(1);
        assertThat(compared.getList("differences")).isEmpty();
    }

    @Test
    void everyStateAndEveryEventOfThePreviousReleaseIsAmongThem() {
        assertThat(begun())
                .extracting(Begun::status)
                .contains(
                        "AWAITING_STOCK",
                        "AWAITING_PAYMENT",
                        "AWAITING_PAYMENT_FATE",
                        "RELEASING",
                        "UNWINDING",
                        "REFUND_BY_HAND",
                        "CANCELLED",
                        "DELIVERY_READY",
                        "SHIPPED",
                        "DELIVERED");
        assertThat(PreviousRelease.orders())
                .contains(
                        "'order.placed.v1'",
                        "'stock.reserved.v1'",
                        "'stock.rejected.v1'",
                        "'stock.released.v1'",
                        "'payment.completed.v1'",
                        "'payment.declined.v1'",
                        "'payment.refunded.v1'",
                        "'payment.refund_failed.v1'",
                        "'cancellation.requested.v1'",
                        "'deadline.passed.v1'",
                        "'order.shipped.v1'",
                        "'order.delivered.v1'");
    }

    @Test
    void whatThePreviousReleaseWroteIsNeverEdited() throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(PreviousRelease.orders().getBytes(StandardCharsets.UTF_8));

        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(SHA256);
    }

    /** Everything that an order in this status may wait for; what it has already is ignored. */
    private void takeOn(String id, String status) {
        switch (status) {
            case "AWAITING_STOCK" -> neighbours.inventorySays("stock.reserved.v1", id);
            case "AWAITING_PAYMENT" -> neighbours.paymentSays("payment.completed.v1", id);
            case "AWAITING_PAYMENT_FATE" -> neighbours.paymentSays("payment.declined.v1", id);
            case "RELEASING" -> neighbours.inventorySays("stock.released.v1", id);
            case "UNWINDING", "REFUND_BY_HAND" -> {
                neighbours.paymentSays("payment.refunded.v1", id);
                neighbours.inventorySays("stock.released.v1", id);
            }
            case "DELIVERY_READY" ->
                assertThat(marks(id, "shipment").statusCode()).isEqualTo(200);
            case "SHIPPED" -> assertThat(marks(id, "delivery").statusCode()).isEqualTo(200);
            default -> throw new AssertionError(status);
        }
    }

    private static Response marks(String id, String what) {
        return given().auth().oauth2(Tokens.operator(UUID.randomUUID())).post("/api/v1/orders/" + id + "/" + what);
    }

    private static JsonPath show(Begun order) {
        return given().auth()
                .oauth2(Tokens.shopper(order.shopper()))
                .get("/api/v1/orders/" + order.id())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The id right before. */
    private static String before(String id) {
        UUID order = UUID.fromString(id);
        return new UUID(order.getMostSignificantBits(), order.getLeastSignificantBits() - 1).toString();
    }
}
