package com.allinone.chaos.faults;

import com.allinone.chaos.shop.BrokenShop;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Records that nobody can handle, on keys of their own: each must be parked, and nothing else may wait for it. */
record Poison() implements Fault {
    private static final Duration PARKED = Duration.ofSeconds(60);
    private static final String WAITING = "select count(*) from parked_message where key like ?";

    /** A topic, who hears it, and a type that the hearer knows. */
    private record Cup(String topic, String service, String type) {}

    private static final List<Cup> CUPS = List.of(
            new Cup("inventory.commands", "inventory", "stock.reserve.v1"),
            new Cup("payment.commands", "payment", "payment.charge.v1"),
            new Cup("inventory.events", "order", "stock.reserved.v1"),
            new Cup("payment.events", "order", "payment.completed.v1"));

    @Override
    public String kind() {
        return "poison messages";
    }

    @Override
    public String strike(BrokenShop shop, Random random) throws Exception {
        var cup = CUPS.get(random.nextInt(CUPS.size()));
        var mark = "poison-%016x-".formatted(random.nextLong());
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        records.add(record(cup, mark + "bare", null, "{}"));
        records.add(record(cup, mark + "strange", "nobody.knows.v9", "{}"));
        records.add(record(cup, mark + "broken", cup.type(), "{\"orderId\": "));
        records.add(record(cup, mark + "nonsense", cup.type(), "[1, 2, 3]"));
        records.add(record(cup, mark + "broken", cup.type(), "behind a parked one"));
        shop.broker().produce(records);
        if (!Pauses.until(
                PARKED, () -> shop.databases().number(cup.service(), WAITING, mark + "%") == records.size())) {
            throw new WithoutEffect("%d of %d were parked by %s"
                    .formatted(
                            shop.databases().number(cup.service(), WAITING, mark + "%"),
                            records.size(),
                            cup.service()));
        }
        return "%d on %s, all parked by %s".formatted(records.size(), cup.topic(), cup.service());
    }

    private static ProducerRecord<byte[], byte[]> record(Cup cup, String key, @Nullable String type, String body) {
        var record = new ProducerRecord<>(cup.topic(), bytes(key), bytes(body));
        if (type != null) {
            var now = Clock.systemUTC().instant();
            var random = UUID.randomUUID();
            // Version 7: milliseconds, then whatever is random.
            var id = new UUID(
                    (now.toEpochMilli() << 16) | 0x7000 | (random.getMostSignificantBits() & 0xfff),
                    random.getLeastSignificantBits());
            record.headers()
                    .add("ce_specversion", bytes("1.0"))
                    .add("ce_id", bytes(id.toString()))
                    .add("ce_type", bytes(type))
                    .add("ce_source", bytes("/nobody"))
                    .add("ce_subject", bytes(key))
                    .add("ce_time", bytes(now.toString()))
                    .add("content-type", bytes("application/json"));
        }
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
