package com.allinone.bench.shop;

import com.allinone.bench.generating.Assortment;
import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.calling.Reply;
import com.allinone.launcher.home.Failure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Lists products and puts them on the shelves, as an operator does, at the services themselves. */
public final class Stocking {
    public static final int SKUS = 1_000;
    static final String WAREHOUSE = "ICN1";
    static final String PICTURE = "https://images.allinone.example/products/bench.webp";
    private static final long AMOUNT = 12_900;
    private static final String CURRENCY = "KRW";
    private static final int UNITS = 1_000_000;
    private static final int LINES = 100;
    private static final int AT_ONCE = 16;
    private static final int TRIES = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final JsonCalls catalog;
    private final JsonCalls inventory;
    private final Databases databases;

    public Stocking(BenchShop shop, Tokens tokens) {
        var operator = tokens.operator();
        this.catalog = service(shop, "catalog").as(operator);
        this.inventory = service(shop, "inventory").as(operator);
        this.databases = new Databases(shop.site());
    }

    private static JsonCalls service(BenchShop shop, String name) {
        return JsonCalls.to("http://127.0.0.1:" + shop.site().ports().service(name));
    }

    /** Returns when order sells all of them. */
    public Assortment fill() throws InterruptedException {
        var skus = IntStream.range(0, SKUS)
                .mapToObj(number -> "BENCH-%04d".formatted(number))
                .toList();
        all(skus.stream()
                .map(sku ->
                        (Callable<Void>) () -> post(catalog, "/api/v1/catalog/products", product(sku), "list-" + sku))
                .toList());
        all(IntStream.range(0, SKUS / LINES)
                .mapToObj(page -> (Callable<Void>) () -> post(
                        inventory,
                        "/api/v1/inventory/receipts",
                        receipt(skus.subList(page * LINES, (page + 1) * LINES), UNITS),
                        "receive-" + page))
                .toList());
        await("order", "select count(*) from product_copy where sku like 'BENCH-%'", SKUS);
        return new Assortment(skus, AMOUNT, CURRENCY);
    }

    private void await(String database, String query, long wanted) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (databases.number(database, query) < wanted) {
                if (System.nanoTime() > end) {
                    throw Failure.late("The shelves were not filled within %d s.".formatted(PATIENCE.toSeconds()));
                }
                Thread.sleep(200);
            }
        } catch (SQLException failed) {
            throw Failure.part("postgres: " + failed.getMessage());
        }
    }

    private static void all(List<Callable<Void>> calls) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var done : threads.invokeAll(calls)) {
                done.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Failure failure ? failure : new IllegalStateException(failed);
        }
    }

    /** A service that has just started may not have fetched the keys yet, or be busy: asked again, with the same key. */
    private static Void post(JsonCalls operator, String path, JsonNode body, String key)
            throws IOException, InterruptedException {
        Reply reply = operator.post(path, body, Map.of("Idempotency-Key", key));
        for (var attempt = 1; reply.status() != 201 && attempt < TRIES; attempt++) {
            Thread.sleep(250);
            reply = operator.post(path, body, Map.of("Idempotency-Key", key));
        }
        if (reply.status() != 201) {
            throw Failure.part("%s was answered with %s.".formatted(path, reply.problem()));
        }
        return null;
    }

    private static JsonNode product(String sku) {
        var json = JsonNodeFactory.instance.objectNode().put("sku", sku);
        json.putObject("name").put("ko", "측정용 상품 " + sku).put("en", "Measured product " + sku);
        json.putObject("description").put("ko", "설명").put("en", "A description");
        json.put("category", "home");
        json.putObject("price").put("amount", AMOUNT).put("currency", CURRENCY);
        json.put("picture", PICTURE);
        return json;
    }

    private static JsonNode receipt(List<String> skus, int units) {
        var body = JsonNodeFactory.instance.objectNode().put("warehouse", WAREHOUSE);
        var lines = body.putArray("lines");
        skus.forEach(sku -> lines.addObject().put("sku", sku).put("quantity", units));
        return body;
    }
}
