package com.allinone.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.messaging.testing.Topic;
import com.allinone.payment.Shop.Order;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ServiceTest
class RefundingTest {

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
        commands.close();
        events.close();
        shop.assertLedgerBalances();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_visa", "tok_refund_500_after"})
    void givesTheMoneyBackOnce(String card) {
        var order = paid(card);
        shop.refund(commands, order);
        Shop.assertMeetsContract(events.await(order.key(), "payment.refunded.v1"));
        shop.refund(commands, order);

        events.await(order.key(), "payment.refunded.v1", 2);

        assertThat(provider.of(order.id()).refunded()).isEqualTo(Shop.AMOUNT);
        assertThat(shop.booked(order, "PROVIDER")).isZero();
        assertThat(shop.booked(order, "SALES")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"tok_refund_refused,REFUSED_BY_PROVIDER", "tok_refund_failed,FAILED_AT_BANK"})
    void saysWhenTheMoneyCannotBeGivenBack(String card, String reason) {
        var order = paid(card);
        shop.refund(commands, order);

        var failed = events.await(order.key(), "payment.refund_failed.v1");

        Shop.assertMeetsContract(failed);
        assertThat(failed.body().path("reason").asText()).isEqualTo(reason);
        assertThat(shop.booked(order, "PROVIDER")).isEqualTo(Shop.AMOUNT);
    }

    @Test
    void parksARefundOfWhatWasNeverTaken() {
        var order = Order.any();
        shop.refund(commands, order);

        Shop.await(() -> shop.isParked(order));

        assertThat(shop.state(order)).isEqualTo("-");
    }

    private Order paid(String card) {
        var order = Order.any();
        shop.charge(commands, order, card);
        events.await(order.key(), "payment.completed.v1");
        return order;
    }
}
