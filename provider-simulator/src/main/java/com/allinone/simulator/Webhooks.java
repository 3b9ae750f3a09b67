package com.allinone.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Tells the shop what happened, signed as Stripe signs. A delivery that is not answered with 2xx is repeated a few
 * times with doubling waits; some cards make it come twice, late, forged, replayed or never.
 */
final class Webhooks implements AutoCloseable {
    private static final int ATTEMPTS = 6;
    private static final Duration OLD = Duration.ofMinutes(10);

    private final @Nullable URI url;
    private final Signature signature;
    private final VirtualClock clock;
    private final Duration lateness;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();

    Webhooks(@Nullable URI url, String secret, VirtualClock clock, Duration lateness) {
        this.url = url;
        this.signature = new Signature(secret);
        this.clock = clock;
        this.lateness = lateness;
    }

    void announce(String type, Intent intent) {
        if (url == null || intent.behaviour() == Card.WEBHOOK_NEVER) {
            return;
        }
        var target = url;
        var body = Json.text(event(type, intent));
        deliveries.execute(() -> deliver(target, body, intent.behaviour()));
    }

    private Map<String, @Nullable Object> event(String type, Intent intent) {
        var event = new LinkedHashMap<String, @Nullable Object>();
        event.put("id", Ids.next("evt_"));
        event.put("object", "event");
        event.put("type", type);
        event.put("created", clock.now().getEpochSecond());
        event.put("livemode", false);
        event.put("data", Map.of("object", intent.view()));
        return event;
    }

    private void deliver(URI target, String body, Card behaviour) {
        try {
            if (behaviour == Card.WEBHOOK_LATE) {
                Thread.sleep(lateness);
            }
            if (behaviour == Card.WEBHOOK_FORGED) {
                send(target, body, new Signature("whsec_somebody_else").header(clock.real(), body));
                return;
            }
            untilHeard(target, body);
            if (behaviour == Card.WEBHOOK_TWICE) {
                untilHeard(target, body);
            } else if (behaviour == Card.WEBHOOK_REPLAYED) {
                send(target, body, signature.header(clock.real().minus(OLD), body));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void untilHeard(URI target, String body) throws InterruptedException {
        var pause = Duration.ofMillis(500);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Instant now = clock.real();
            if (send(target, body, signature.header(now, body))) {
                return;
            }
            Thread.sleep(pause);
            pause = pause.multipliedBy(2);
        }
    }

    private boolean send(URI target, String body, String header) throws InterruptedException {
        var request = HttpRequest.newBuilder(target)
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", header)
                .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8))
                .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() / 100 == 2;
        } catch (IOException unheard) {
            return false;
        }
    }

    @Override
    public void close() {
        deliveries.shutdownNow();
        client.shutdownNow();
    }
}
