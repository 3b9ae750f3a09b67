package com.allinone.payment;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.testing.Topic;
import com.allinone.payment.Shop.Order;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ServiceTest
class WebhooksTest {

    private static final String HOOK = "/api/v1/payment/webhooks/stripe";

    @Inject
    Shop shop;

    @Inject
    Transactions transactions;

    @Inject
    MeterRegistry metrics;

    @Test
    void hearsAGenuineDeliveryWithoutAToken() throws Exception {
        var body = event("pi_unknown");

        assertThat(deliver(body, sign(SimulatorResource.SECRET, Instant.now(), body)))
                .isEqualTo(204);
    }

    @Test
    void refusesAForgedAndAStaleOneAndOneWithoutSignature() throws Exception {
        var body = event("pi_unknown");
        var old = Instant.now().minus(Duration.ofMinutes(6));

        assertThat(deliver(body, sign("whsec_wrong", Instant.now(), body))).isEqualTo(400);
        assertThat(deliver(body, sign(SimulatorResource.SECRET, old, body))).isEqualTo(400);
        given().contentType("application/json")
                .body(body)
                .post(HOOK)
                .then()
                .statusCode(400)
                .body("type", equalTo("https://allinone.example/problems/webhook-refused"));
    }

    @Test
    void refusesGarbageThatIsSigned() throws Exception {
        for (var body : new String[] {
            "", "[", "{}", "{\"id\":\"evt\",\"data\":{\"object\":{\"id\":\"../x\"," + "\"object\":\"payment_intent\"}}}"
        }) {
            assertThat(deliver(body, sign(SimulatorResource.SECRET, Instant.now(), body)))
                    .as(body)
                    .isEqualTo(400);
        }
    }

    @Test
    void hearsAReplayedDeliveryOnlyOnce() throws Exception {
        var body = event("pi_unknown");
        var signature = sign(SimulatorResource.SECRET, Instant.now(), body);
        deliver(body, signature);
        double before = count("repeated");

        assertThat(deliver(body, signature)).isEqualTo(204);

        assertThat(count("repeated")).isGreaterThanOrEqualTo(before + 1);
    }

    @Test
    void believesNoWebhookButLooksSooner() throws Exception {
        try (var commands = new Topic("payment.commands")) {
            var order = Order.any();
            shop.charge(commands, order, "tok_hang_before");
            shop.awaitState(order, "CONFIRMING");
            var intent = transactions.call(transaction -> transaction
                    .sql("select intent_id from payment where order_id = ?")
                    .bind(order.id())
                    .first(row -> row.text("intent_id"))
                    .orElseThrow());
            double before = count("heeded");
            var lie = event(intent);

            assertThat(deliver(lie, sign(SimulatorResource.SECRET, Instant.now(), lie)))
                    .isEqualTo(204);

            assertThat(count("heeded")).isEqualTo(before + 1);
            assertThat(shop.state(order)).isNotEqualTo("COMPLETED");
            assertThat(shop.booked(order, "PROVIDER")).isZero();
            shop.cancel(commands, order);
            shop.awaitState(order, "DECLINED");
        }
    }

    private double count(String verdict) {
        return metrics.counter("payment.webhooks", "verdict", verdict).count();
    }

    private static int deliver(String body, String signature) {
        return given().contentType("application/json")
                .header("Stripe-Signature", signature)
                .body(body)
                .post(HOOK)
                .statusCode();
    }

    private static String event(String intent) {
        return """
                {"id":"evt_%s","object":"event","type":"payment_intent.succeeded",
                 "data":{"object":{"id":"%s","object":"payment_intent","status":"succeeded","amount_received":12900}}}""".formatted(UUID.randomUUID().toString().replace("-", ""), intent);
    }

    private static String sign(String secret, Instant at, String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        var hash = mac.doFinal((at.getEpochSecond() + "." + body).getBytes(UTF_8));
        return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(hash);
    }
}
