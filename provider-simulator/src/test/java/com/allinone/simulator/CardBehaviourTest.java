package com.allinone.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CardBehaviourTest {
    private ProviderSimulator provider;
    private TestClient client;

    @BeforeEach
    void start() throws IOException {
        var settings = new SimulatorSettings(0, TestClient.KEY, null, "whsec_test", null, Duration.ofMillis(700));
        provider = ProviderSimulator.start(settings, Clock.systemUTC());
        client = new TestClient(provider.address());
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void chargesNothingBeforeAnIntentIsConfirmed() throws IOException {
        var intent = client.get("/v1/payment_intents/" + client.create("tok_visa"));

        assertThat(intent.text("/status")).isEqualTo("requires_confirmation");
        assertThat(intent.text("/amount_received")).isEqualTo("0");
        assertThat(intent.text("/metadata/order_id")).isEqualTo("o-1");
    }

    @Test
    void chargesAGoodCardOnConfirmation() throws IOException {
        var confirmed = client.confirm(client.create("tok_visa"), "");

        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.text("/status")).isEqualTo("succeeded");
        assertThat(confirmed.text("/amount_received")).isEqualTo("12900");
    }

    @ParameterizedTest
    @CsvSource({
        "tok_declined,generic_decline",
        "tok_chargeDeclined,generic_decline",
        "tok_insufficient,insufficient_funds"
    })
    void declinesWithACardError(String card, String code) throws IOException {
        var declined = client.confirm(client.create(card), "");

        assertThat(declined.status()).isEqualTo(402);
        assertThat(declined.text("/error/type")).isEqualTo("card_error");
        assertThat(declined.text("/error/code")).isEqualTo("card_declined");
        assertThat(declined.text("/error/decline_code")).isEqualTo(code);
        assertThat(declined.text("/error/payment_intent/status")).isEqualTo("requires_payment_method");
    }

    @Test
    void asksForTheShopperAndCanBeCancelledThen() throws IOException {
        var intent = client.create("tok_requires_action");

        assertThat(client.confirm(intent, "").text("/status")).isEqualTo("requires_action");
        assertThat(client.post("/v1/payment_intents/" + intent + "/cancel", "").text("/status"))
                .isEqualTo("canceled");
    }

    @Test
    void takesItsTimeWithASlowCardButCharges() throws IOException {
        var intent = client.create("tok_slow");
        long before = System.nanoTime();

        assertThat(client.confirm(intent, "").text("/status")).isEqualTo("succeeded");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(650));
    }

    @ParameterizedTest
    @CsvSource({"tok_hang,succeeded", "tok_hang_before,requires_confirmation"})
    void keepsTheCallerWaitingForEver(String card, String fate) throws IOException {
        var intent = client.create(card);

        assertThatThrownBy(() -> client.confirm(intent, "")).isInstanceOf(HttpTimeoutException.class);
        assertThat(client.status(intent)).isEqualTo(fate);
    }

    @ParameterizedTest
    @CsvSource({"tok_reset,succeeded", "tok_reset_before,requires_confirmation"})
    void closesTheConnectionWithoutAWord(String card, String fate) throws IOException {
        var intent = client.create(card);

        assertThatThrownBy(() -> client.confirm(intent, ""))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
        assertThat(client.status(intent)).isEqualTo(fate);
    }

    @Test
    void chargesAndSaysItFailed() throws IOException {
        var intent = client.create("tok_500_after");

        assertThat(client.confirm(intent, "k").status()).isEqualTo(500);
        assertThat(client.status(intent)).isEqualTo("succeeded");
        var again = client.confirm(intent, "k");
        assertThat(again.status()).isEqualTo(500);
        assertThat(again.replayed()).isTrue();
    }

    @Test
    void failsBeforeChargingAndReplaysThatUnderTheSameKeyOnly() throws IOException {
        var intent = client.create("tok_500_before");

        assertThat(client.confirm(intent, "k").status()).isEqualTo(500);
        assertThat(client.confirm(intent, "k").status()).isEqualTo(500);
        assertThat(client.status(intent)).isEqualTo("requires_confirmation");
        assertThat(client.confirm(intent, "k2").text("/status")).isEqualTo("succeeded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "cancel"})
    void refusesWhatAPaidIntentCannotDo(String verb) throws IOException {
        var intent = client.create("tok_visa");
        client.confirm(intent, "");

        var refused = client.post("/v1/payment_intents/" + intent + "/" + verb, "");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/error/code")).isEqualTo("payment_intent_unexpected_state");
    }

    @Test
    void chargesNothingAfterACancel() throws IOException {
        var intent = client.create("tok_visa");
        client.post("/v1/payment_intents/" + intent + "/cancel", "");

        assertThat(client.confirm(intent, "").status()).isEqualTo(400);
        assertThat(client.status(intent)).isEqualTo("canceled");
    }
}
