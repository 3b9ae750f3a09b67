package com.allinone.chaos.driving;

import com.allinone.chaos.driving.Answer.Said;
import com.allinone.chaos.driving.Goods.Good;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Lists what is sold, puts it on the shelves, and gives back by hand what nobody else can. */
public final class Operator {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String WAREHOUSE = "ICN1";
    private final Client client;
    private final Supplier<String> operator;
    private final Supplier<String> shopper;
    private final Map<String, Integer> received = new ConcurrentHashMap<>();

    Operator(Client client, Supplier<String> operator, Supplier<String> shopper) {
        this.client = client;
        this.operator = operator;
        this.shopper = shopper;
    }

    /** Lists them, receives them, and waits until order can sell them. */
    void stock(List<Good> goods) {
        for (var good : goods) {
            until(
                    "listing",
                    said -> said.status() == 201 || said.status() == 409,
                    () -> client.send(
                            "POST",
                            "/api/v1/catalog/products",
                            product(good.sku()),
                            operator,
                            "Idempotency-Key",
                            "list-" + good.sku()));
        }
        receive("opening", goods);
        for (var good : goods) {
            var path = "/api/v1/carts/mine/lines/" + good.sku();
            var line = JsonNodeFactory.instance.objectNode().put("quantity", 1);
            until("copying " + good.sku(), Said::ok, () -> client.send("PUT", path, line, shopper));
            until("leaving " + good.sku(), Said::ok, () -> client.send("DELETE", path, null, shopper));
        }
    }

    /** Receives the units of each, once, however often it has to be asked for. */
    void receive(String name, List<Good> goods) {
        var body = JsonNodeFactory.instance.objectNode().put("warehouse", WAREHOUSE);
        var lines = body.putArray("lines");
        goods.forEach(good -> lines.addObject().put("sku", good.sku()).put("quantity", good.units()));
        until(
                "receiving",
                said -> said.status() == 201,
                () -> client.send(
                        "POST", "/api/v1/inventory/receipts", body, operator, "Idempotency-Key", "receipt-" + name));
        goods.forEach(good -> received.merge(good.sku(), good.units(), Integer::sum));
    }

    /** How many units of each SKU were received, as the operator was told. */
    public Map<String, Integer> received() {
        return Map.copyOf(received);
    }

    /** Gives the money back by hand that the provider would not give back, once; returns whether that is settled. */
    public boolean settle(UUID order) {
        var body =
                JsonNodeFactory.instance.objectNode().put("action", "BY_HAND").put("note", "a transfer");
        var answer = client.send(
                "POST",
                "/api/v1/payment/payments/" + order + "/refund-settlements",
                body,
                operator,
                "Idempotency-Key",
                "settle-" + order);
        return answer instanceof Said said && said.ok();
    }

    private void until(String doing, Predicate<Said> done, Supplier<Answer> asking) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var answer = asking.get();
        while (!(answer instanceof Said said && done.test(said))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("%s failed: %s".formatted(doing, answer));
            }
            try {
                Thread.sleep(300);
            } catch (InterruptedException stopNow) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while " + doing, stopNow);
            }
            answer = asking.get();
        }
    }

    private static JsonNode product(String sku) {
        var json = JsonNodeFactory.instance.objectNode().put("sku", sku);
        json.putObject("name").put("ko", "혼돈 속의 상품").put("en", "A product of chaos");
        json.putObject("description").put("ko", "설명").put("en", "A description");
        json.put("category", "home");
        json.putObject("price").put("amount", Goods.PRICE).put("currency", "KRW");
        json.put("picture", "https://images.allinone.example/products/chaos.webp");
        return json;
    }
}
