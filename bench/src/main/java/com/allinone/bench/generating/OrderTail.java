package com.allinone.bench.generating;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Hears on {@code order.events} how orders end, from now on and without a consumer group. */
final class OrderTail implements Runnable {
    private static final String TOPIC = "order.events";
    /** Few large fetches instead of many small ones: it may cost an order's time 20 ms, and spares the broker. */
    private static final Map<String, Object> UNHURRIED = Map.of(
            ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
            64 * 1024,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            20,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            5_000,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Heard heard;

    /** Is told of an end. */
    @FunctionalInterface
    interface Heard {
        void end(String order, boolean ready, long now);
    }

    OrderTail(String bootstrapServers, Heard heard) {
        var settings = new HashMap<>(UNHURRIED);
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        this.heard = heard;
        var partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            var records = consumer.poll(Duration.ofSeconds(1));
            var now = System.nanoTime();
            records.forEach(record -> tell(record, now));
        }
    }

    private void tell(ConsumerRecord<String, byte[]> record, long now) {
        var header = record.headers().lastHeader("ce_type");
        var type = header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        switch (type) {
            case "delivery.ready.v1" -> heard.end(record.key(), true, now);
            case "order.cancelled.v1" -> heard.end(record.key(), false, now);
            default -> {
                // Steps on the way.
            }
        }
    }
}
