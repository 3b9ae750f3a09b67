package com.allinone.chaos.shop;

import com.allinone.launcher.parts.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka, past every proxy. */
public final class Broker {
    private static final long PATIENCE_SECONDS = 20;
    private final String address;

    Broker(Site site) {
        this.address = "127.0.0.1:" + site.ports().kafka();
    }

    /** How many members a consumer group has now; negative where Kafka does not say. */
    public int members(String group) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", address, "request.timeout.ms", 10_000))) {
            return admin.describeConsumerGroups(List.of(group))
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .values()
                    .iterator()
                    .next()
                    .members()
                    .size();
        } catch (ExecutionException failed) {
            return failed.getCause() instanceof GroupIdNotFoundException ? 0 : -1;
        } catch (TimeoutException late) {
            return -1;
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** The last records of each partition of the topic, at most so many of each, in their order. */
    public List<ConsumerRecord<byte[], byte[]>> tail(String topic, int ofEach) {
        var settings = new Properties();
        settings.put("bootstrap.servers", address);
        settings.put("enable.auto.commit", "false");
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            ends.forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - ofEach)));
            var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (System.nanoTime() < end
                    && ends.entrySet().stream()
                            .anyMatch(entry -> consumer.position(entry.getKey()) < entry.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    /** Produces the records in their order; returns when Kafka has every one. */
    public void produce(List<ProducerRecord<byte[], byte[]>> records) throws ExecutionException, InterruptedException {
        var settings = new Properties();
        settings.put("bootstrap.servers", address);
        settings.put("acks", "all");
        settings.put("max.block.ms", "20000");
        settings.put("delivery.timeout.ms", "30000");
        settings.put("request.timeout.ms", "10000");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var acknowledged : records.stream().map(producer::send).toList()) {
                acknowledged.get();
            }
        }
    }
}
