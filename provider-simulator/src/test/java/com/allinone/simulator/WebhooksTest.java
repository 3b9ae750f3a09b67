package com.allinone.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WebhooksTest {
    private static final Signature SIGNATURE = new Signature("whsec_test");
    private static final long SOON = 300;

    private record Delivery(String signature, String body) {
        boolean isSigned() {
            return signature.equals(SIGNATURE.header(at(), body));
        }

        Instant at() {
            return Instant.ofEpochSecond(Long.parseLong(signature.substring(2, signature.indexOf(','))));
        }
    }

    private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private HttpServer shop;
    private ProviderSimulator provider;
    private TestClient client;

    @BeforeEach
    void start() throws IOException {
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            deliveries.add(new Delivery(exchange.getRequestHeaders().getFirst("Stripe-Signature"), body));
            exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 503 : 200, -1);
            exchange.close();
        });
        shop.start();
        var url = URI.create("http://127.0.0.1:" + shop.getAddress().getPort() + "/hook");
        provider = ProviderSimulator.start(
                new SimulatorSettings(0, TestClient.KEY, url, "whsec_test", null, Duration.ofMillis(400)),
                Clock.systemUTC());
        client = new TestClient(provider.address());
    }

    @AfterEach
    void stop() {
        provider.close();
        shop.stop(0);
    }

    @Test
    void tellsOnceAndSigned() throws Exception {
        var intent = pay("tok_visa");

        var delivery = next();
        assertThat(delivery.isSigned()).isTrue();
        assertThat(delivery.body()).contains("\"type\":\"payment_intent.succeeded\"", intent);
        assertThat(none()).isTrue();
    }

    @Test
    void tellsAgainWhenItWasNotHeard() throws Exception {
        refusals.set(1);
        pay("tok_visa");

        assertThat(next().body()).isEqualTo(next().body());
    }

    @Test
    void tellsTheSameEventTwice() throws Exception {
        pay("tok_webhook_twice");

        assertThat(next().body()).isEqualTo(next().body());
        assertThat(none()).isTrue();
    }

    @Test
    void tellsLate() throws Exception {
        pay("tok_webhook_late");

        assertThat(none()).isTrue();
        assertThat(next().isSigned()).isTrue();
    }

    @Test
    void tellsNothing() throws Exception {
        pay("tok_webhook_never");

        assertThat(none()).isTrue();
    }

    @Test
    void forgesASignature() throws Exception {
        pay("tok_webhook_forged");

        assertThat(next().isSigned()).isFalse();
    }

    @Test
    void replaysAnOldDelivery() throws Exception {
        pay("tok_webhook_replayed");

        var first = next();
        var replayed = next();
        assertThat(replayed.isSigned()).isTrue();
        assertThat(replayed.at()).isBefore(first.at().minus(Duration.ofMinutes(9)));
    }

    private String pay(String card) throws IOException {
        var intent = client.create(card);
        client.confirm(intent, "");
        return intent;
    }

    private Delivery next() throws InterruptedException {
        var delivery = deliveries.poll(5, TimeUnit.SECONDS);
        assertThat(delivery).isNotNull();
        return delivery;
    }

    private boolean none() throws InterruptedException {
        return deliveries.poll(SOON, TimeUnit.MILLISECONDS) == null;
    }
}
