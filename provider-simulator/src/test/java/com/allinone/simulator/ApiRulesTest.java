package com.allinone.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ApiRulesTest {
    private static final String CREATE = "amount=500&currency=krw&payment_method=pm_card_visa";

    @TempDir
    private Path folder;

    private ProviderSimulator provider;
    private TestClient client;

    @BeforeEach
    void start() throws IOException {
        var settings = new SimulatorSettings(
                0, TestClient.KEY, null, "whsec_test", folder.resolve("books"), Duration.ofMillis(700));
        provider = ProviderSimulator.start(settings, Clock.systemUTC());
        client = new TestClient(provider.address());
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void letsNobodyInWithoutTheKey() throws IOException {
        var anonymous = client.send(HttpRequest.newBuilder(provider.address().resolve("/v1/payment_intents/pi_1"))
                .build());

        assertThat(anonymous.status()).isEqualTo(401);
        assertThat(anonymous.text("/error/type")).isEqualTo("invalid_request_error");
    }

    @Test
    void namesWhatIsMissingWrongOrUnknown() throws IOException {
        assertThat(client.post("/v1/payment_intents", "currency=krw").text("/error/code"))
                .isEqualTo("parameter_missing");
        assertThat(client.post("/v1/payment_intents", "amount=1.5&currency=krw").text("/error/code"))
                .isEqualTo("parameter_invalid_integer");
        assertThat(client.post("/v1/payment_intents", "amount=1&currency=krw&payment_method=tok_x")
                        .text("/error/code"))
                .isEqualTo("resource_missing");
        assertThat(client.get("/v1/payment_intents/pi_none").status()).isEqualTo(404);
        assertThat(client.get("/v1/nothing").status()).isEqualTo(404);
    }

    @Test
    void createsOnceUnderOneKey() throws IOException {
        var first = client.post("/v1/payment_intents", CREATE, "k");
        var second = client.post("/v1/payment_intents", CREATE, "k");

        assertThat(second.text("/id")).isEqualTo(first.text("/id"));
        assertThat(second.replayed()).isTrue();
    }

    @Test
    void refusesAKeyThatComesWithOtherParameters() throws IOException {
        client.post("/v1/payment_intents", CREATE, "k");

        var other = client.post("/v1/payment_intents", CREATE + "&metadata[a]=b", "k");

        assertThat(other.status()).isEqualTo(400);
        assertThat(other.text("/error/type")).isEqualTo("idempotency_error");
    }

    @Test
    void doesNotSaveARequestItNeverBegan() throws IOException {
        client.post("/v1/payment_intents", "currency=krw", "k");

        assertThat(client.post("/v1/payment_intents", CREATE, "k").status()).isEqualTo(200);
    }

    @Test
    void forgetsKeysAfterAVirtualDay() throws IOException {
        var first = client.post("/v1/payment_intents", CREATE, "k");
        client.post("/simulator/clock", "advance=PT25H");

        var later = client.post("/v1/payment_intents", CREATE, "k");

        assertThat(later.text("/id")).isNotEqualTo(first.text("/id"));
    }

    @Test
    void isDownAndTooBusyOnCommand() throws IOException {
        client.post("/simulator/outage", "state=on");
        assertThat(client.post("/v1/payment_intents", CREATE, "k").status()).isEqualTo(503);
        client.post("/simulator/outage", "state=off");

        client.post("/simulator/burst", "count=2");
        assertThat(client.post("/v1/payment_intents", CREATE, "k").text("/error/code"))
                .isEqualTo("rate_limit");
        assertThat(client.post("/v1/payment_intents", CREATE, "k").status()).isEqualTo(429);
        assertThat(client.post("/v1/payment_intents", CREATE, "k").status()).isEqualTo(200);
    }

    @Test
    void forgetsNothingWhenItIsKilled() throws IOException {
        var intent = client.post("/v1/payment_intents", CREATE, "k").text("/id");
        client.confirm(intent, "c");
        client.post("/v1/refunds", "payment_intent=" + intent + "&amount=200");
        var books = client.get("/simulator/books").body();
        stop();
        Files.writeString(folder.resolve("books"), "kind=intent&id=pi_half", StandardOpenOption.APPEND);

        start();

        assertThat(client.get("/simulator/books").body()).isEqualTo(books);
        assertThat(client.post("/v1/payment_intents", CREATE, "k").text("/id")).isEqualTo(intent);
    }

    @Test
    void saysThatItIsUp() throws IOException {
        assertThat(client.get("/health").text("/status")).isEqualTo("UP");
    }
}
