package com.allinone.inventory;

import com.allinone.messaging.testing.Topic;
import com.allinone.messaging.testing.Topic.Seen;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Plays the order service: asks for stock on Kafka and hears the answers. */
public final class OrderService implements AutoCloseable {

    private final Topic commands = new Topic("inventory.commands");
    private final Topic events = new Topic("inventory.events");

    /** So many of one SKU. */
    public record Wanted(String sku, long quantity) {}

    public static UUID newOrder() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    public void reserve(UUID order, Wanted... lines) {
        reserve(UuidCreator.getTimeOrderedEpoch(), order, Instant.now().plus(Duration.ofMinutes(15)), lines);
    }

    public void reserve(UUID message, UUID order, Instant holdUntil, Wanted... lines) {
        String json = Arrays.stream(lines)
                .map(line -> "{\"sku\":\"%s\",\"quantity\":%d}".formatted(line.sku(), line.quantity()))
                .collect(Collectors.joining(",", "[", "]"));
        commands.send(
                message,
                "/order",
                order.toString(),
                "stock.reserve.v1",
                "{\"orderId\":\"%s\",\"lines\":%s,\"holdUntil\":\"%s\"}"
                        .formatted(order, json, holdUntil.truncatedTo(ChronoUnit.MICROS)));
    }

    public void release(UUID order) {
        send(order, "stock.release.v1", "{\"orderId\":\"%s\",\"reason\":\"PAYMENT_DECLINED\"}".formatted(order));
    }

    public void commit(UUID order) {
        send(order, "stock.commit.v1", "{\"orderId\":\"%s\"}".formatted(order));
    }

    public void ship(UUID order) {
        send(order, "stock.ship.v1", "{\"orderId\":\"%s\"}".formatted(order));
    }

    public void send(UUID order, String type, String json) {
        commands.send("/order", order.toString(), type, json);
    }

    public Seen hears(UUID order, String type) {
        return events.await(order.toString(), type);
    }

    public List<Seen> hears(UUID order, String type, int count) {
        return events.await(order.toString(), type, count);
    }

    public List<Seen> heard(UUID order) {
        return events.of(order.toString());
    }

    @Override
    public void close() {
        commands.close();
        events.close();
    }
}
