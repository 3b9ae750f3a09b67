package com.allinone.bench.messages;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Reservations of one unit as {@code order} would ask for them. */
final class Commands {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Commands() {}

    static ProducerRecord<String, byte[]> reserve(String sku, long millis) {
        var order = id(millis).toString();
        var body =
                "{\"orderId\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":1}],\"holdUntil\":\"2099-01-01T00:00:00Z\"}"
                        .formatted(order, sku);
        var record = new ProducerRecord<>("inventory.commands", order, body.getBytes(StandardCharsets.UTF_8));
        put(record, "ce_specversion", "1.0");
        put(record, "ce_id", id(millis).toString());
        put(record, "ce_type", "stock.reserve.v1");
        put(record, "ce_source", "/order");
        put(record, "ce_subject", order);
        put(record, "ce_time", java.time.Instant.ofEpochMilli(millis).toString());
        put(record, "ce_dataschema", "https://allinone.example/contracts/order/stock.reserve.v1.schema.json");
        put(record, "content-type", "application/json");
        return record;
    }

    /** A UUIDv7, as RFC 9562 lays it out. */
    static UUID id(long millis) {
        var high = (millis << 16) | 0x7000 | RANDOM.nextInt(0x1000);
        var low = 0x8000_0000_0000_0000L | (RANDOM.nextLong() >>> 2);
        return new UUID(high, low);
    }

    private static void put(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
