package com.allinone.order;

import com.allinone.messaging.testing.Topic;
import com.allinone.messaging.testing.Topic.Seen;
import java.util.List;
import java.util.UUID;

/** Speaks for catalog, inventory and payment, and hears what order says to them and to all. */
final class Neighbours implements AutoCloseable {

    private final Topic catalog = new Topic("catalog.events");
    private final Topic toInventory = new Topic("inventory.commands");
    private final Topic inventory = new Topic("inventory.events");
    private final Topic toPayment = new Topic("payment.commands");
    private final Topic payment = new Topic("payment.events");
    private final Topic toAll = new Topic("order.events");

    void catalogSays(String type, String sku, long version, long amount, String currency, String status) {
        catalog.send("/catalog", sku, type, """
                {"sku":"%s","version":%d,"name":{"ko":"청자 머그","en":"Celadon mug"},"category":"kitchen",
                 "amount":%d,"currency":"%s","picture":"https://img.example/mug.webp","status":"%s","isNew":true}""".formatted(sku, version, amount, currency, status));
    }

    UUID inventorySays(String type, String order) {
        return inventory.send("/inventory", order, type, about(order));
    }

    void inventoryRepeats(UUID id, String type, String order) {
        inventory.send(id, "/inventory", order, type, about(order));
    }

    void paymentSays(String type, String order) {
        payment.send("/payment", order, type, about(order));
    }

    Seen inventoryHears(String order, String type) {
        return toInventory.await(order, type);
    }

    Seen paymentHears(String order, String type) {
        return toPayment.await(order, type);
    }

    List<Seen> inventoryHears(String order, String type, int times) {
        return toInventory.await(order, type, times);
    }

    List<Seen> paymentHears(String order, String type, int times) {
        return toPayment.await(order, type, times);
    }

    Seen allHear(String order, String type) {
        return toAll.await(order, type);
    }

    List<String> saidToInventory(String order) {
        return toInventory.of(order).stream().map(Seen::type).toList();
    }

    List<String> saidToPayment(String order) {
        return toPayment.of(order).stream().map(Seen::type).toList();
    }

    @Override
    public void close() {
        for (Topic topic : new Topic[] {catalog, toInventory, inventory, toPayment, payment, toAll}) {
            topic.close();
        }
    }

    private static String about(String order) {
        return "{\"orderId\":\"" + order + "\",\"reason\":\"because\"}";
    }
}
