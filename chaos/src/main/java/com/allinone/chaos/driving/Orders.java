package com.allinone.chaos.driving;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** The bodies of orders, at today's price. */
public final class Orders {
    private Orders() {}

    public static ObjectNode body(String sku, int quantity, UUID address, String card) {
        var body = empty(address, card);
        add(body, sku, quantity);
        return body;
    }

    static ObjectNode body(Plan plan) {
        var body = empty(plan.address(), plan.card());
        for (var i = 0; i < plan.goods().size(); i++) {
            add(body, plan.goods().get(i).sku(), plan.quantities().get(i));
        }
        return body;
    }

    private static ObjectNode empty(UUID address, String card) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putArray("lines");
        return body.put("addressId", address.toString()).put("paymentMethod", card);
    }

    private static void add(ObjectNode body, String sku, int quantity) {
        body.withArrayProperty("lines")
                .addObject()
                .put("sku", sku)
                .put("quantity", quantity)
                .putObject("unitPrice")
                .put("amount", Goods.PRICE)
                .put("currency", "KRW");
    }
}
