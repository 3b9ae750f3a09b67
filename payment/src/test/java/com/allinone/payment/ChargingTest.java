package com.allinone.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.messaging.testing.Topic;
import com.allinone.payment.Shop.Order;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ServiceTest
class ChargingTest {

    @Inject
    Shop shop;

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
        provider.outage(false);
        commands.close();
        events.close();
        shop.assertLedgerBalances();
    }

    @Test
    void takesTheMoneyOnceThoughTheChargeIsDeliveredTwice() {
        var order = Order.any();
        var id = UuidCreator.getTimeOrderedEpoch();
        var body = order.charge("tok_visa", Instant.now().plusSeconds(300));
        commands.send(id, "/order", order.key(), "payment.charge.v1", body);
        commands.send(id, "/order", order.key(), "payment.charge.v1", body);

        var completed = events.await(order.key(), "payment.completed.v1");
        Shop.assertMeetsContract(completed);
        shop.charge(commands, order, "tok_visa");
        events.await(order.key(), "payment.completed.v1", 2);

        assertThat(completed.body().path("amount").asLong()).isEqualTo(Shop.AMOUNT);
        assertThat(provider.of(order.id())).isEqualTo(new ProviderBooks.Account(Shop.AMOUNT, 0, 1, 1, 0));
        assertThat(shop.booked(order, "PROVIDER")).isEqualTo(Shop.AMOUNT);
        assertThat(shop.booked(order, "SALES")).isEqualTo(-Shop.AMOUNT);
        assertThat(shop.published(events, order)).containsExactly("payment.completed.v1", "payment.completed.v1");
    }

    @ParameterizedTest
    @CsvSource({
        "tok_declined,CARD_DECLINED",
        "tok_insufficient,INSUFFICIENT_FUNDS",
        "tok_requires_action,ACTION_REQUIRED",
        "tok_nobody_knows,INVALID_PAYMENT_METHOD"
    })
    void declinesWithAReason(String card, String reason) {
        var order = Order.any();
        shop.charge(commands, order, card);

        var declined = events.await(order.key(), "payment.declined.v1");

        Shop.assertMeetsContract(declined);
        assertThat(declined.body().path("reason").asText()).isEqualTo(reason);
        assertThat(provider.of(order.id()).received()).isZero();
        assertThat(shop.booked(order, "PROVIDER")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tok_500_after",
                "tok_500_before",
                "tok_reset",
                "tok_reset_before",
                "tok_hang",
                "tok_slow",
                "tok_webhook_twice",
                "tok_webhook_late",
                "tok_webhook_never",
                "tok_webhook_forged",
                "tok_webhook_replayed"
            })
    void takesTheMoneyOnceHoweverTheProviderMisbehaves(String card) {
        var order = Order.any();
        shop.charge(commands, order, card);

        events.await(order.key(), "payment.completed.v1");

        var account = provider.of(order.id());
        assertThat(account.received()).isEqualTo(Shop.AMOUNT);
        assertThat(account.succeeded()).isEqualTo(1);
        assertThat(shop.booked(order, "PROVIDER")).isEqualTo(Shop.AMOUNT);
        assertThat(shop.published(events, order)).containsExactly("payment.completed.v1");
    }

    @Test
    void waitsForAProviderThatIsDownOrTooBusy() {
        var order = Order.any();
        provider.outage(true);
        shop.charge(commands, order, "tok_visa");
        shop.awaitState(order, "REQUESTED");
        provider.burst(2);
        provider.outage(false);

        events.await(order.key(), "payment.completed.v1");

        assertThat(provider.of(order.id()).succeeded()).isEqualTo(1);
    }

    @Test
    void takesNothingWhenTheTimeHasPassed() {
        var order = Order.any();
        shop.charge(commands, order, "tok_visa", Instant.now().minusSeconds(1));

        var declined = events.await(order.key(), "payment.declined.v1");

        assertThat(declined.body().path("reason").asText()).isEqualTo("TOO_LATE");
        assertThat(provider.of(order.id()).confirms()).isZero();
    }

    @Test
    void givesUpUnchargedWhenTheProviderStaysDownLongerThanItMay() {
        var order = Order.any();
        provider.outage(true);
        shop.charge(commands, order, "tok_visa", Instant.now().plus(Duration.ofSeconds(2)));

        var declined = events.await(order.key(), "payment.declined.v1");

        assertThat(declined.body().path("reason").asText()).isEqualTo("TOO_LATE");
        provider.outage(false);
        assertThat(provider.of(order.id()).received()).isZero();
    }

    @Test
    void closesTheIntentOfACardThatNeverAnswersOnceItIsTooLate() {
        var order = Order.any();
        shop.charge(commands, order, "tok_hang_before", Instant.now().plus(Duration.ofSeconds(3)));

        events.await(order.key(), "payment.declined.v1");

        assertThat(provider.of(order.id()).received()).isZero();
        assertThat(provider.of(order.id()).open()).isZero();
    }
}
