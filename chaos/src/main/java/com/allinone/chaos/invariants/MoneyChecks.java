package com.allinone.chaos.invariants;

import com.allinone.chaos.driving.Cards;
import com.allinone.chaos.invariants.Scene.Order;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Every coin: our ledger, the provider's books and the orders tell the same. */
final class MoneyChecks {
    private final Scene scene;

    MoneyChecks(Scene scene) {
        this.scene = scene;
    }

    List<Invariant> check() throws SQLException, IOException, InterruptedException {
        var ours = ledger("PROVIDER,BANK");
        var ledger = ledger("PROVIDER");
        var wanted = new HashMap<String, Long>();
        scene.orders().values().stream()
                .filter(Order::deliverable)
                .forEach(order -> wanted.put(order.id().toString(), order.amount()));
        var provider = new HashMap<String, Long>();
        var captures = new HashMap<String, Long>();
        var books = books().path("intents");
        for (var intent : books) {
            var order = intent.path("metadata").path("order_id").asText();
            provider.merge(order, kept(intent), Long::sum);
            if (intent.path("amount_received").asLong() > 0) {
                captures.merge(order, 1L, Long::sum);
            }
        }
        var twice = new ArrayList<String>();
        captures.forEach((order, times) -> {
            if (times > 1) {
                twice.add("order %s was charged %d times".formatted(order, times));
            }
        });
        return List.of(
                settledByHand(),
                Invariant.of("the ledger sums to zero", scene.found("payment", """
                        select payment_id || ' ' || kind from ledger_entry
                         group by payment_id, kind, currency having sum(amount) <> 0"""), ledger.size() + " payments"),
                Invariant.of("nobody is charged twice", twice, books.size() + " intents at the provider"),
                Invariant.of(
                        "deliverable orders are paid in full, no other order is",
                        Scene.differences(wanted, ours, "order", "the ledger"),
                        wanted.size() + " deliverable"),
                Invariant.of(
                        "the provider's books are ours",
                        Scene.differences(provider, ledger, "the provider", "the ledger"),
                        captures.size() + " captures"),
                Invariant.of("no payment is open", scene.found("payment", """
                        select order_id || ' ' || state from payment where due_at is not null"""), "payments"));
    }

    /** An operator settles whatever asks for it here; so nothing may ask that the provider would have refunded. */
    private Invariant settledByHand() throws SQLException {
        var cards = new HashMap<UUID, String>();
        scene.attempts().forEach(attempt -> cards.put(attempt.address(), attempt.card()));
        var bad = new ArrayList<String>();
        var settled = scene.shop().databases().list("payment", """
                select distinct p.order_id from ledger_entry e join payment p using (payment_id)
                 where e.kind = 'REFUND_BY_HAND'""", row -> row.getObject(1, UUID.class));
        for (var id : settled) {
            var order = scene.orders().get(id);
            if (order == null || !Cards.isNeverRefunded(cards.getOrDefault(order.address(), ""))) {
                bad.add("order %s was refunded by hand without need".formatted(id));
            }
        }
        return Invariant.of("only what is never refunded was refunded by hand", bad, settled.size() + " refunds");
    }

    /** What we have of each order's money on these accounts, by our own books. */
    private Map<String, Long> ledger(String accounts) throws SQLException {
        var ledger = new HashMap<String, Long>();
        scene.shop()
                .databases()
                .each("payment", """
                select p.order_id::text as id, sum(e.amount) as kept from payment p join ledger_entry e using (payment_id)
                 where e.account = any(string_to_array(?, ',')) group by p.order_id""", row -> ledger.put(row.getString("id"), row.getLong("kept")), accounts);
        return ledger;
    }

    private static long kept(JsonNode intent) {
        return intent.path("amount_received").asLong()
                - intent.path("amount_refunded").asLong();
    }

    private JsonNode books() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(scene.shop().provider() + "/simulator/books"))
                    .build();
            var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                return new ObjectMapper().readTree(body);
            }
        }
    }
}
