package com.allinone.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.allinone.messaging.testing.Tokens;
import com.allinone.messaging.testing.Topic;
import com.allinone.payment.Shop.Order;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ServiceTest
class ReadingTest {

    private static final String PAYMENT = "/api/v1/payment/payments/";
    private static final String BALANCE = "/api/v1/payment/ledger/balance";

    @Inject
    Shop shop;

    @Test
    void showsAPaymentToItsShopperWithoutTheBooks() {
        var order = paid();

        get(PAYMENT + order.id(), Tokens.shopper(order.shopper()))
                .statusCode(200)
                .body("orderId", equalTo(order.key()))
                .body("amount.amount", equalTo(12_900))
                .body("amount.currency", equalTo("KRW"))
                .body("status", equalTo("COMPLETED"))
                .body("ledger", nullValue());
    }

    @Test
    void showsEveryPaymentAndItsBooksToOperatorsAndAuditors() {
        var order = paid();

        for (var token : new String[] {Tokens.operator(UUID.randomUUID()), Tokens.auditor(UUID.randomUUID())}) {
            get(PAYMENT + order.id(), token)
                    .statusCode(200)
                    .body("ledger", hasSize(2))
                    .body("ledger.account", hasItems("PROVIDER", "SALES"))
                    .body("ledger.amount.amount.sum()", equalTo(0));
        }
    }

    @Test
    void hidesAPaymentFromOtherShoppers() {
        get(PAYMENT + paid().id(), Tokens.shopper(UUID.randomUUID()))
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("https://allinone.example/problems/not-found"));
    }

    @Test
    void saysNotFoundForAnOrderThatHasNoPayment() {
        get(PAYMENT + UUID.randomUUID(), Tokens.operator(UUID.randomUUID())).statusCode(404);
    }

    @Test
    void saysWhatIsWrongWithAnIdThatIsNone() {
        get(PAYMENT + "42", Tokens.operator(UUID.randomUUID()))
                .statusCode(400)
                .body("type", equalTo("https://allinone.example/problems/invalid-parameter"));
    }

    @Test
    void letsNobodyInWithoutAValidToken() {
        var user = UUID.randomUUID();
        given().get(PAYMENT + user).then().statusCode(401);
        get(PAYMENT + user, Tokens.expired(user)).statusCode(401);
        get(PAYMENT + user, Tokens.forAnotherAudience(user)).statusCode(401);
        get(PAYMENT + user, Tokens.fromAnotherIssuer(user)).statusCode(401);
    }

    @Test
    void showsTheBalanceToThoseWhoMaySeeBooksAndItIsZero() {
        paid();

        get(BALANCE, Tokens.auditor(UUID.randomUUID()))
                .statusCode(200)
                .body("sum", equalTo(0))
                .body("balances.account", hasItems("PROVIDER", "SALES"));
        get(BALANCE, Tokens.shopper(UUID.randomUUID())).statusCode(403);
        given().get(BALANCE).then().statusCode(401);
    }

    @Test
    void isHealthyAndDescribesAndMeasuresItself() {
        for (var health : new String[] {"live", "ready", "started"}) {
            given().get("/q/health/" + health).then().statusCode(200).body("status", equalTo("UP"));
        }
        var api = given().get("/q/openapi").then().statusCode(200).extract().asString();
        assertThat(api).contains("/api/v1/payment/payments/{orderId}", "/api/v1/payment/webhooks/stripe");
        paid();
        var metrics = given().get("/q/metrics").then().statusCode(200).extract().asString();
        assertThat(metrics)
                .contains("payment_work_total{outcome=\"done\"}")
                .contains("ft_circuitbreaker_state_total")
                .contains("payment_worker_places_free");
    }

    private Order paid() {
        try (var commands = new Topic("payment.commands")) {
            var order = Order.any();
            shop.charge(commands, order, "tok_visa");
            shop.awaitState(order, "COMPLETED");
            return order;
        }
    }

    private static ValidatableResponse get(String path, String token) {
        return given().auth().oauth2(token).get(path).then();
    }
}
