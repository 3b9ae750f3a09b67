package com.allinone.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The provider's own books and switches, in the hands of a test. */
final class ProviderBooks {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address = URI.create(System.getProperty(SimulatorResource.ADDRESS));

    /** What the provider has for an order. */
    record Account(long received, long refunded, int succeeded, int confirms, int open) {}

    Account of(UUID order) {
        var intents = intents(order);
        return new Account(
                intents.stream()
                        .mapToLong(intent -> intent.path("amount_received").asLong())
                        .sum(),
                intents.stream()
                        .mapToLong(intent -> intent.path("amount_refunded").asLong())
                        .sum(),
                count(intents, "succeeded"),
                intents.stream()
                        .mapToInt(intent -> intent.path("confirms").asInt())
                        .sum(),
                count(intents, "requires_confirmation") + count(intents, "requires_action"));
    }

    private List<JsonNode> intents(UUID order) {
        var all = ask(HttpRequest.newBuilder(address.resolve("/simulator/books"))
                        .build())
                .path("intents");
        return StreamSupport.stream(all.spliterator(), false)
                .filter(intent -> intent.at("/metadata/order_id").asText().equals(order.toString()))
                .toList();
    }

    private static int count(List<JsonNode> intents, String status) {
        return (int) intents.stream()
                .filter(intent -> intent.path("status").asText().equals(status))
                .count();
    }

    /** Somebody else charges a card in our name; for that order, or for none. Returns the intent. */
    String charges(@Nullable UUID order) {
        var metadata = order == null ? "" : "&metadata[order_id]=" + order;
        return api(
                        "payment_intents",
                        "amount=700&currency=krw&payment_method=tok_webhook_never&confirm=true" + metadata)
                .path("id")
                .asText();
    }

    /** Somebody else gives an intent's money back. */
    void refunds(String intent) {
        api("refunds", "payment_intent=" + intent);
    }

    /** How many refunds the provider was asked for, those that failed included. */
    long refundsOf(UUID order) {
        var ids = intents(order).stream()
                .map(intent -> intent.path("id").asText())
                .toList();
        var refunds = ask(HttpRequest.newBuilder(address.resolve("/simulator/books"))
                        .build())
                .path("refunds");
        return StreamSupport.stream(refunds.spliterator(), false)
                .filter(refund -> ids.contains(refund.path("payment_intent").asText()))
                .count();
    }

    private JsonNode api(String path, String form) {
        return ask(HttpRequest.newBuilder(address.resolve("/v1/" + path))
                .header("Authorization", "Bearer sk_test_payment")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    void outage(boolean on) {
        command("outage", "state=" + (on ? "on" : "off"));
    }

    void burst(int requests) {
        command("burst", "count=" + requests);
    }

    private void command(String name, String form) {
        ask(HttpRequest.newBuilder(address.resolve("/simulator/" + name))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private JsonNode ask(HttpRequest request) {
        try {
            return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8))
                    .body());
        } catch (IOException unheard) {
            throw new UncheckedIOException(unheard);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
