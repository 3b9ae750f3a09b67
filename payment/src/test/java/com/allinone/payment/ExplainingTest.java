package com.allinone.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.allinone.messaging.testing.Tokens;
import com.allinone.messaging.testing.Topic;
import com.allinone.payment.Shop.Order;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code GET /api/v1/payment/payments/{orderId}/explanation}. */
@QuarkusTest
@ServiceTest
class ExplainingTest {

    @Inject
    Shop shop;

    private final Topic commands = new Topic("payment.commands");

    @AfterEach
    void close() {
        commands.close();
    }

    @Test
    void tellsWhatWasDecidedAndAnsweredAndBooked() {
        Order order = charged("tok_visa", "COMPLETED");

        explained(order)
                .body("status", equalTo("COMPLETED"))
                .body("intent", startsWith("pi_"))
                .body("attempts.state", contains("REQUESTED", "CREATED", "CONFIRMING", "COMPLETED"))
                .body("attempts.answer", hasItem("the money was taken"))
                .body("ledger", hasSize(2))
                .body("ledger[0].at", notNullValue())
                .body("ledger.amount.amount.sum()", equalTo(0))
                .body("messages.said.type", contains("payment.completed.v1"));
    }

    @Test
    void tellsWhyItWasDeclined() {
        explained(charged("tok_declined", "DECLINED"))
                .body("reason", equalTo("CARD_DECLINED"))
                .body("attempts.answer", hasItem("CARD_DECLINED"));
    }

    @Test
    void tellsThatTheProviderDidNotAnswer() {
        explained(charged("tok_500_after", "COMPLETED")).body("attempts.answer", hasItem(containsString("no answer")));
    }

    @Test
    void hidesTheTokenOfTheCard() {
        String told = explained(charged("tok_visa", "COMPLETED")).extract().asString();

        assertThat(told).doesNotContain("tok_visa");
    }

    @Test
    void isForOperatorsAndAuditorsOnly() {
        Order order = charged("tok_visa", "COMPLETED");

        get(order.id(), Tokens.shopper(order.shopper())).statusCode(403);
        get(order.id(), Tokens.auditor(UUID.randomUUID())).statusCode(200);
        get(UUID.randomUUID(), Tokens.operator(UUID.randomUUID())).statusCode(404);
    }

    private Order charged(String card, String end) {
        var order = Order.any();
        shop.charge(commands, order, card);
        shop.awaitState(order, end);
        return order;
    }

    private static ValidatableResponse explained(Order order) {
        return get(order.id(), Tokens.operator(UUID.randomUUID())).statusCode(200);
    }

    private static ValidatableResponse get(UUID order, String token) {
        return given().auth()
                .oauth2(token)
                .get("/api/v1/payment/payments/" + order + "/explanation")
                .then();
    }
}
