package com.allinone.endtoend.shop;

import com.allinone.endtoend.people.Client;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the payment provider itself has in its books: whoever charged twice cannot hide it here. */
public record ProviderBooks(String address) {

    /** The payment intents that were made for an order. */
    public List<JsonNode> intentsOf(String orderId) {
        return intents().stream()
                .filter(intent ->
                        intent.path("metadata").path("order_id").asText().equals(orderId))
                .toList();
    }

    /** How much of an order's money the provider keeps: captured less given back, in minor units. */
    public long keptOf(String orderId) {
        return intentsOf(orderId).stream().mapToLong(ProviderBooks::kept).sum();
    }

    /** All that the provider ever captured and did not give back, whatever the currency. */
    public long kept() {
        return intents().stream().mapToLong(ProviderBooks::kept).sum();
    }

    /** Answers so many of the next requests with 429, whatever they ask. */
    public void turnsAwayTheNext(int requests) {
        Client.of(address).postForm("/simulator/burst", "count=" + requests).expecting(200);
    }

    private List<JsonNode> intents() {
        JsonNode books =
                Client.of(address).get("/simulator/books").expecting(200).json();
        return StreamSupport.stream(books.path("intents").spliterator(), false).toList();
    }

    private static long kept(JsonNode intent) {
        return intent.path("amount_received").asLong()
                - intent.path("amount_refunded").asLong();
    }
}
