package com.allinone.launcher.demo;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.calling.Reply;
import com.allinone.launcher.home.Failure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Puts stock on the shelves of a fresh shop, as its operator, through the ingress. What was stocked once is written
 * down, and every receipt has a key that follows from what it holds, so that twice is harmless.
 */
public final class Stocking {
    /** Of which there is one; see the seed catalog. */
    public static final String ONE_OF_ONE = "ONE-OF-ONE-01";
    /** Of which there is none. */
    public static final String SOLD_OUT = "SOLD-OUT-01";

    private static final String WAREHOUSE = "ICN1";
    private static final int PLENTY = 100;
    private static final int LINES_A_RECEIPT = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final JsonCalls shop;
    private final Path record;

    public Stocking(JsonCalls shop, Path record) {
        this.shop = shop;
        this.record = record;
    }

    /**
     * Stocks the seeded products, once in the life of a shop: what an operator lists later is theirs to receive. Waits
     * until order can sell them. Returns how many were stocked.
     */
    public int stock() {
        if (Files.exists(record)) {
            return 0;
        }
        try {
            var skus = skus();
            if (!skus.isEmpty()) {
                var operator = shop.as(new SignIn(shop).token(DemoUser.OPERATOR));
                for (var from = 0; from < skus.size(); from += LINES_A_RECEIPT) {
                    receive(operator, skus.subList(from, Math.min(from + LINES_A_RECEIPT, skus.size())));
                }
                if (skus.contains(SOLD_OUT)) {
                    sellOut(operator);
                }
                awaitCopies(skus);
                Files.write(record, skus.stream().sorted().toList());
            }
            return skus.size();
        } catch (IOException failed) {
            throw Failure.part("The shelves could not be stocked: %s.".formatted(failed.getMessage()));
        }
    }

    private List<String> skus() throws IOException {
        var skus = new ArrayList<String>();
        var cursor = "";
        do {
            var page = ok(shop.get("/api/v1/catalog/products?limit=100" + cursor), "listing products");
            page.path("items").forEach(product -> skus.add(product.path("sku").asText()));
            var next = page.path("next").asText("");
            cursor = page.path("next").isTextual() ? "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8) : "";
        } while (!cursor.isEmpty());
        return skus;
    }

    private static void receive(JsonCalls operator, List<String> skus) throws IOException {
        var body = JsonNodeFactory.instance.objectNode().put("warehouse", WAREHOUSE);
        var lines = body.putArray("lines");
        skus.forEach(sku -> lines.addObject().put("sku", sku).put("quantity", quantity(sku)));
        ok(operator.post("/api/v1/inventory/receipts", body, key(body.toString())), "receiving stock");
    }

    /** A product that inventory knows and that is gone: one unit is received and written off. */
    private static void sellOut(JsonCalls operator) throws IOException {
        var path = "/api/v1/inventory/stock/" + SOLD_OUT;
        var stock = operator.get(path);
        if (ok(stock, "reading stock")
                        .path("warehouses")
                        .path(0)
                        .path("available")
                        .asInt()
                == 0) {
            return;
        }
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("warehouse", WAREHOUSE)
                .put("delta", -1)
                .put("reason", "Broken on arrival");
        var version = stock.headers().firstValue("ETag").orElse("\"1\"");
        ok(operator.post(path + "/adjustments", body, Map.of("If-Match", version)), "writing stock off");
    }

    private static int quantity(String sku) {
        return sku.equals(ONE_OF_ONE) || sku.equals(SOLD_OUT) ? 1 : PLENTY;
    }

    /** Order sells what it has a copy of, and copies arrive by message: looked at through a cart that is left empty. */
    private void awaitCopies(List<String> skus) throws IOException {
        var shopper = shop.as(new SignIn(shop).token(DemoUser.named("jiho")));
        var end = System.nanoTime() + PATIENCE.toNanos();
        for (var sku : List.of(skus.getFirst(), skus.get(skus.size() / 2), skus.getLast())) {
            var path = "/api/v1/carts/mine/lines/" + sku;
            var line = JsonNodeFactory.instance.objectNode().put("quantity", 1);
            var reply = shopper.put(path, line);
            while (!reply.succeeded()) {
                if (System.nanoTime() > end) {
                    throw new IOException("order does not know %s after %d seconds, %s"
                            .formatted(sku, PATIENCE.toSeconds(), reply.problem()));
                }
                pause();
                reply = shopper.put(path, line);
            }
            shopper.delete(path);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> key(String body) {
        var key = UUID.nameUUIDFromBytes(body.getBytes(StandardCharsets.UTF_8)).toString();
        return Map.of("Idempotency-Key", key);
    }

    private static JsonNode ok(Reply reply, String doing) throws IOException {
        if (!reply.succeeded()) {
            throw new IOException("%s answered %s".formatted(doing, reply.problem()));
        }
        return reply.body();
    }
}
