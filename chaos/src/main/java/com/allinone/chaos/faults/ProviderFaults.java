package com.allinone.chaos.faults;

import com.allinone.chaos.shop.BrokenShop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Random;

/** The provider is down for a while, then answers the next ones with "too many", and may forget all its keys. */
record ProviderFaults() implements Fault {
    @Override
    public String kind() {
        return "provider: outage and 429";
    }

    @Override
    public String strike(BrokenShop shop, Random random) throws Exception {
        var burst = 20 + random.nextInt(80);
        try {
            command(shop, "outage", "state=on");
            if (status(shop, "GET", "/v1/payment_intents", "") != 503) {
                throw new WithoutEffect("the provider answers in its outage");
            }
            Pauses.between(random, 4_000, 9_000);
        } finally {
            command(shop, "outage", "state=off");
        }
        command(shop, "burst", "count=" + burst);
        var forgets = random.nextBoolean();
        if (forgets) {
            command(shop, "clock", "advance=PT25H");
        }
        var refused = status(shop, "GET", "/v1/payment_intents", "") == 429;
        Pauses.between(random, 1_000, 3_000);
        // What is left of it would last for minutes: an open circuit tries one call in seconds.
        command(shop, "burst", "count=1");
        return "503 for a while, then %d times 429%s%s"
                .formatted(
                        burst,
                        refused ? "" : " (used up at once)",
                        forgets ? ", and every idempotency key of the day before forgotten" : "");
    }

    private static void command(BrokenShop shop, String command, String form) throws IOException, InterruptedException {
        var status = status(shop, "POST", "/simulator/" + command, form);
        if (status != 200) {
            throw new IllegalStateException("/simulator/%s answered %d".formatted(command, status));
        }
    }

    private static int status(BrokenShop shop, String method, String path, String form)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(shop.provider() + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .method(method, HttpRequest.BodyPublishers.ofString(form))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
