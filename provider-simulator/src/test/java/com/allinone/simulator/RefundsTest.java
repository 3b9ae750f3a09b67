package com.allinone.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RefundsTest {
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
    void givesBackOnceAndListsIt() throws IOException {
        var intent = paid("tok_visa");

        var refund = client.post("/v1/refunds", "payment_intent=" + intent + "&amount=12900&metadata[payment_id]=p");

        assertThat(refund.text("/status")).isEqualTo("succeeded");
        var list = client.get("/v1/refunds?payment_intent=" + intent);
        assertThat(list.text("/object")).isEqualTo("list");
        assertThat(list.text("/data/0/id")).isEqualTo(refund.text("/id"));
        assertThat(list.text("/data/0/metadata/payment_id")).isEqualTo("p");
    }

    @Test
    void neverGivesBackMoreThanWasCaptured() throws IOException {
        var intent = paid("tok_visa");
        client.post("/v1/refunds", "payment_intent=" + intent);

        var second = client.post("/v1/refunds", "payment_intent=" + intent);

        assertThat(second.text("/error/code")).isEqualTo("charge_already_refunded");
        assertThat(client.get("/simulator/books").text("/refunded/krw")).isEqualTo("12900");
    }

    @Test
    void refusesARefundOfWhatWasNeverCharged() throws IOException {
        var refused = client.post("/v1/refunds", "payment_intent=" + client.create("tok_visa"));

        assertThat(refused.text("/error/code")).isEqualTo("payment_intent_unexpected_state");
    }

    @Test
    void refusesOrFailsARefundWhenTheCardAsksForIt() throws IOException {
        var disputed = client.post("/v1/refunds", "payment_intent=" + paid("tok_refund_refused"));
        var failed = client.post("/v1/refunds", "payment_intent=" + paid("tok_refund_failed"));

        assertThat(disputed.text("/error/code")).isEqualTo("charge_disputed");
        assertThat(failed.text("/status")).isEqualTo("failed");
        assertThat(client.get("/simulator/books").text("/refunded/krw")).isEqualTo("0");
    }

    @Test
    void makesARefundAndSaysItFailed() throws IOException {
        var intent = paid("tok_refund_500_after");

        assertThat(client.post("/v1/refunds", "payment_intent=" + intent).status())
                .isEqualTo(500);
        assertThat(client.get("/v1/refunds?payment_intent=" + intent).text("/data/0/status"))
                .isEqualTo("succeeded");
    }

    private String paid(String card) throws IOException {
        var intent = client.create(card);
        client.confirm(intent, "");
        return intent;
    }
}
