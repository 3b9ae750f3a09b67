package com.allinone.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;

import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.testing.Tokens;
import com.allinone.messaging.testing.Topic;
import com.allinone.payment.Shop.Order;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refund that failed is settled by an operator. */
@QuarkusTest
@ServiceTest
class SettlingTest {

    private static final UUID OPERATOR = UUID.randomUUID();

    @Inject
    Shop shop;

    @Inject
    Transactions transactions;

    private Topic commands;
    private Topic events;
    private ProviderBooks provider;

    @BeforeEach
    void open() {
        commands = new Topic("payment.commands");
        events = new Topic("payment.events");
        provider = new ProviderBooks();
    }

    @AfterEach
    void close() {
        commands.close();
        events.close();
        shop.assertLedgerBalances();
    }

    @Test
    void whatWasGivenBackByHandIsBookedAndAnnouncedOnce() {
        var order = failed("tok_refund_refused");
        var key = UUID.randomUUID().toString();

        settle(order, key, "BY_HAND", "Transfer 4711 of today").then().statusCode(201);
        settle(order, key, "BY_HAND", "Transfer 4711 of today").then().statusCode(201);

        var refunded = events.await(order.key(), "payment.refunded.v1");
        Shop.assertMeetsContract(refunded);
        assertThat(shop.state(order)).isEqualTo("REFUNDED");
        assertThat(shop.booked(order, "PROVIDER")).isEqualTo(Shop.AMOUNT);
        assertThat(shop.booked(order, "SALES")).isZero();
        assertThat(shop.booked(order, "BANK")).isEqualTo(-Shop.AMOUNT);
        assertThat(provider.of(order.id()).refunded()).isZero();
        assertThat(shop.published(events, order)).containsOnlyOnce("payment.refunded.v1");
        decisions(order)
                .then()
                .body("$", hasSize(1))
                .body("[0].operator", endsWith(OPERATOR.toString()))
                .body("[0].note", endsWith("4711 of today"));
    }

    @Test
    void orderIsAnsweredWithWhatWasSettled() {
        var order = failed("tok_refund_refused");
        settle(order, "BY_HAND").then().statusCode(201);

        shop.refund(commands, order);

        assertThat(events.await(order.key(), "payment.refunded.v1", 2)).hasSize(2);
    }

    @Test
    void theProviderIsAskedAgainAndMayRefuseAgain() {
        var order = failed("tok_refund_refused");

        settle(order, "RETRY").then().statusCode(201);

        assertThat(events.await(order.key(), "payment.refund_failed.v1", 2)).hasSize(2);
        assertThat(shop.state(order)).isEqualTo("REFUND_FAILED");
    }

    /** Its first refund failed at the bank; the provider makes another for a fresh key and has it fail as well. */
    @Test
    void aRetryIsNotAnsweredFromTheProvidersMemory() {
        var order = failed("tok_refund_failed");
        long before = provider.refundsOf(order.id());

        settle(order, "RETRY").then().statusCode(201);

        events.await(order.key(), "payment.refund_failed.v1", 2);
        assertThat(provider.refundsOf(order.id())).isEqualTo(before + 1);
    }

    @Test
    void moneyThatIsBackAlreadyIsFoundAndNotGivenTwice() {
        var order = Order.any();
        shop.charge(commands, order, "tok_visa");
        events.await(order.key(), "payment.completed.v1");
        provider.refunds(intent(order));
        transactions.run(transaction -> transaction
                .sql("update payment set state = 'REFUND_FAILED', reason = 'REFUSED_BY_PROVIDER' where order_id = ?")
                .bind(order.id())
                .update());

        settle(order, "RETRY").then().statusCode(201);

        events.await(order.key(), "payment.refunded.v1");
        assertThat(provider.of(order.id()).refunded()).isEqualTo(Shop.AMOUNT);
    }

    @Test
    void whatHasNotFailedCannotBeSettled() {
        var order = Order.any();
        shop.charge(commands, order, "tok_visa");
        events.await(order.key(), "payment.completed.v1");

        settle(order, "BY_HAND").then().statusCode(409).body("type", endsWith("/refund-not-failed"));
        settle(Order.any(), "BY_HAND").then().statusCode(404);

        assertThat(shop.state(order)).isEqualTo("COMPLETED");
        decisions(order).then().body("$", hasSize(0));
    }

    @Test
    void twoOperatorsSettleOnce() {
        var order = failed("tok_refund_refused");

        settle(order, "BY_HAND").then().statusCode(201);

        settle(order, "BY_HAND").then().statusCode(409);
        settle(order, "RETRY").then().statusCode(409);
        assertThat(shop.booked(order, "BANK")).isEqualTo(-Shop.AMOUNT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"action\":\"BY_HAND\"}",
                "{\"action\":\"BY_HAND\",\"note\":\" \"}",
                "{\"action\":\"FORGET\",\"note\":\"so\"}",
                "{\"note\":\"so\"}"
            })
    void aDecisionSaysWhatAndWhy(String body) {
        post(failed("tok_refund_refused"), "key-" + UUID.randomUUID(), body, Tokens.operator(OPERATOR))
                .then()
                .statusCode(400)
                .body("type", endsWith("/invalid-body"));
    }

    @Test
    void onlyOperatorsDecideAndAuditorsMayRead() {
        var order = failed("tok_refund_refused");
        var body = "{\"action\":\"BY_HAND\",\"note\":\"so\"}";

        post(order, "a-key", body, Tokens.auditor(UUID.randomUUID())).then().statusCode(403);
        post(order, "a-key", body, Tokens.shopper(order.shopper())).then().statusCode(403);

        given().auth()
                .oauth2(Tokens.auditor(UUID.randomUUID()))
                .get(path(order))
                .then()
                .statusCode(200);
        assertThat(shop.state(order)).isEqualTo("REFUND_FAILED");
    }

    @Test
    void decisionsAreNeitherChangedNorDeleted() {
        settle(failed("tok_refund_refused"), "BY_HAND").then().statusCode(201);

        assertThatThrownBy(() -> transactions.run(transaction -> transaction
                        .sql("update refund_settlement set note = 'another'")
                        .update()))
                .isInstanceOf(DatabaseFailure.class);
    }

    @Test
    void refundsThatFailedAreCounted() {
        failed("tok_refund_refused");

        Shop.await(() -> given().get("/q/metrics")
                .asString()
                .lines()
                .anyMatch(line ->
                        line.startsWith("payment_unresolved{state=\"REFUND_FAILED\"}") && !line.endsWith(" 0.0")));
    }

    private Order failed(String card) {
        var order = Order.any();
        shop.charge(commands, order, card);
        events.await(order.key(), "payment.completed.v1");
        shop.refund(commands, order);
        events.await(order.key(), "payment.refund_failed.v1");
        return order;
    }

    private String intent(Order order) {
        return transactions.call(transaction -> transaction
                .sql("select intent_id from payment where order_id = ?")
                .bind(order.id())
                .first(row -> row.text("intent_id"))
                .orElseThrow());
    }

    private static Response settle(Order order, String action) {
        return settle(order, UUID.randomUUID().toString(), action, "Because");
    }

    private static Response settle(Order order, String key, String action, String note) {
        return post(
                order, key, "{\"action\":\"%s\",\"note\":\"%s\"}".formatted(action, note), Tokens.operator(OPERATOR));
    }

    private static Response post(Order order, String key, String body, String token) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path(order));
    }

    private static Response decisions(Order order) {
        return given().auth().oauth2(Tokens.operator(OPERATOR)).get(path(order));
    }

    private static String path(Order order) {
        return "/api/v1/payment/payments/" + order.id() + "/refund-settlements";
    }
}
