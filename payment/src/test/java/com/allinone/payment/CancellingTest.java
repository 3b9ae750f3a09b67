package com.allinone.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.messaging.testing.Topic;
import com.allinone.payment.Shop.Order;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ServiceTest
class CancellingTest {

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
    void refusesAChargeThatItsCancelOvertook() {
        var order = Order.any();
        shop.cancel(commands, order);
        Shop.assertMeetsContract(events.await(order.key(), "payment.declined.v1"));
        shop.charge(commands, order, "tok_visa");

        events.await(order.key(), "payment.declined.v1", 2);

        assertThat(provider.of(order.id()).confirms()).isZero();
        assertThat(shop.state(order)).isEqualTo("DECLINED");
    }

    @Test
    void declinesForCertainWhatWasNeverConfirmed() {
        var order = Order.any();
        provider.outage(true);
        shop.charge(commands, order, "tok_visa");
        shop.awaitState(order, "REQUESTED");
        shop.cancel(commands, order);

        var declined = events.await(order.key(), "payment.declined.v1");

        assertThat(declined.body().path("reason").asText()).isEqualTo("CANCELLED");
        provider.outage(false);
        assertThat(provider.of(order.id()).received()).isZero();
    }

    @Test
    void findsOutTheFateOfWhatIsBeingConfirmed() {
        var order = Order.any();
        shop.charge(commands, order, "tok_hang_before");
        shop.awaitState(order, "CONFIRMING");
        shop.cancel(commands, order);

        events.await(order.key(), "payment.declined.v1");

        assertThat(provider.of(order.id()).open()).isZero();
        assertThat(shop.published(events, order)).containsExactly("payment.declined.v1");
    }

    @Test
    void answersCompletedWhenTheMoneyWasTakenBehindASilence() {
        var order = Order.any();
        shop.charge(commands, order, "tok_hang");
        Shop.await(() -> provider.of(order.id()).succeeded() == 1);
        shop.cancel(commands, order);

        events.await(order.key(), "payment.completed.v1");

        assertThat(provider.of(order.id()).received()).isEqualTo(Shop.AMOUNT);
        assertThat(shop.published(events, order)).doesNotContain("payment.declined.v1");
    }

    @Test
    void answersACancelThatComesAfterTheMoneyWasTaken() {
        var order = Order.any();
        shop.charge(commands, order, "tok_visa");
        events.await(order.key(), "payment.completed.v1");
        shop.cancel(commands, order);

        events.await(order.key(), "payment.completed.v1", 2);

        assertThat(shop.state(order)).isEqualTo("COMPLETED");
    }
}
