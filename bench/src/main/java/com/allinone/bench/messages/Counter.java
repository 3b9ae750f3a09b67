package com.allinone.bench.messages;

import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Site;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Asks inventory through Kafka and counts its replies. */
final class Counter implements AutoCloseable {
    private static final long PATIENCE_NANOS = 300_000_000_000L;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;

    /** How many orders were told what. */
    record Replies(int reserved, int rejected) {}

    Counter(Site site) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                "127.0.0.1:" + site.ports().kafka());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        Map<String, Object> reading = new HashMap<>();
        reading.put(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                "127.0.0.1:" + site.ports().kafka());
        reading.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.consumer = new KafkaConsumer<>(reading, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor("inventory.events").stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Asks for one unit for each of so many orders; returns when each was answered. */
    Replies ask(int orders, long millis, String sku) {
        Set<String> open = new HashSet<>();
        for (var order = 0; order < orders; order++) {
            var record = Commands.reserve(sku, millis);
            open.add(record.key());
            var sent = producer.send(record);
            if (sent.isCancelled()) {
                throw Failure.part("kafka did not take a command");
            }
        }
        producer.flush();
        return replies(open);
    }

    private Replies replies(Set<String> open) {
        var end = System.nanoTime() + PATIENCE_NANOS;
        var reserved = 0;
        var rejected = 0;
        while (!open.isEmpty()) {
            if (System.nanoTime() > end) {
                throw Failure.late("%d reservations were not decided within 5 minutes.".formatted(open.size()));
            }
            for (var record : consumer.poll(Duration.ofMillis(100))) {
                if (open.remove(record.key())) {
                    switch (type(record)) {
                        case "stock.reserved.v1" -> reserved++;
                        case "stock.rejected.v1" -> rejected++;
                        default -> throw new IllegalStateException("inventory answered with " + type(record));
                    }
                }
            }
        }
        return new Replies(reserved, rejected);
    }

    private static String type(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
        consumer.close();
    }
}
