package com.allinone.endtoend.people;

import static org.awaitility.Awaitility.await;

import com.allinone.endtoend.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.UUID;

/** Olivia, who runs the shop. */
public final class Operator {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PRODUCTS = "/api/v1/catalog/products";

    private final Client client;
    private final Client shopper;

    private Operator(Client client, Client shopper) {
        this.client = client;
        this.shopper = shopper;
    }

    public static Operator signsIn(Shop shop) {
        Client nobody = Client.of(shop.origin());
        return new Operator(
                nobody.as(SignIn.token(shop, "olivia", "olivia-demo")),
                nobody.as(SignIn.token(shop, "jiho", "jiho-demo")));
    }

    public Client client() {
        return client;
    }

    /** Lists a product that nobody else's story knows and puts so many on the shelf; it can be bought on return. */
    public Product stocks(int units) {
        return stocks(units, "KRW", "이야기 속의 상품");
    }

    public Product stocks(int units, String currency, String name) {
        Product product = lists(currency, name);
        if (units > 0) {
            receives(product, units);
        }
        awaitItInCarts(product, true);
        return product;
    }

    private Product lists(String currency, String name) {
        String sku = "STORY-" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(java.util.Locale.ROOT);
        var json = JsonNodeFactory.instance.objectNode().put("sku", sku);
        json.putObject("name").put("ko", name).put("en", "A product of a story");
        json.putObject("description").put("ko", "설명").put("en", "A description");
        json.put("category", "home");
        json.putObject("price").put("amount", 12_900).put("currency", currency);
        json.put("picture", "https://images.allinone.example/products/story.webp");
        client.post(PRODUCTS, json.toString(), "Idempotency-Key", sku).expecting(201);
        return new Product(sku, 12_900, currency);
    }

    public void receives(Product product, int units) {
        client.post(
                        "/api/v1/inventory/receipts",
                        """
                        {"warehouse": "ICN1", "lines": [{"sku": "%s", "quantity": %d}]}""".formatted(product.sku(), units),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expecting(201);
    }

    /** Changes the price and waits until order knows. */
    public Product reprices(Product product, long amount) {
        Answer seen = client.get(PRODUCTS + "/" + product.sku()).expecting(200);
        client.put(
                        PRODUCTS + "/" + product.sku() + "/price",
                        "{\"amount\": %d, \"currency\": \"%s\"}".formatted(amount, product.currency()),
                        "If-Match",
                        seen.header("ETag"))
                .expecting(200);
        Product repriced = product.at(amount);
        await("order's copy of " + product.sku())
                .atMost(PATIENCE)
                .until(() -> inCart(product)
                                .path("lines")
                                .path(0)
                                .path("currentPrice")
                                .path("amount")
                                .asLong()
                        == amount);
        takeOut(product);
        return repriced;
    }

    /** Retires a product and waits until order knows. */
    public void retires(Product product) {
        Answer seen = client.get(PRODUCTS + "/" + product.sku()).expecting(200);
        client.send("POST", PRODUCTS + "/" + product.sku() + "/retirement", null, "If-Match", seen.header("ETag"))
                .expecting(200);
        awaitItInCarts(product, false);
    }

    public JsonNode seesThePayment(String orderId) {
        return client.get("/api/v1/payment/payments/" + orderId).expecting(200).json();
    }

    /** How many of a product can be ordered now, as everybody may know. */
    public long available(Product product) {
        return client.get("/api/v1/inventory/availability/" + product.sku())
                .expecting(200)
                .json()
                .path("available")
                .asLong();
    }

    /** Order sells what it has a copy of, and copies arrive by message. */
    private void awaitItInCarts(Product product, boolean sold) {
        await("order's copy of " + product.sku())
                .atMost(PATIENCE)
                .until(() -> shopper.put("/api/v1/carts/mine/lines/" + product.sku(), "{\"quantity\": 1}")
                                .status()
                        == (sold ? 200 : 422));
        takeOut(product);
    }

    private JsonNode inCart(Product product) {
        return shopper.put("/api/v1/carts/mine/lines/" + product.sku(), "{\"quantity\": 1}")
                .expecting(200)
                .json();
    }

    private void takeOut(Product product) {
        shopper.delete("/api/v1/carts/mine/lines/" + product.sku()).expecting(200);
    }
}
