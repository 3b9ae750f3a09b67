package com.allinone.messaging.testing;

import com.allinone.messaging.Envelope;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A Kafka topic in the hands of a test: sends messages as another service would, and awaits those of the service under
 * test. Reads from the topic's beginning.
 */
public final class Topic implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final List<Seen> seen = new ArrayList<>();

    public Topic(String name) {
        this.name = name;
        Map<String, Object> settings = Map.of("bootstrap.servers", KafkaResource.address());
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                .map(each -> new TopicPartition(name, each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Sends a message from {@code source} (as in {@code /order}) under a new id, which is returned. */
    public UUID send(String source, String key, String type, String json) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        send(id, source, key, type, json);
        return id;
    }

    /** Sends a message under this id: the same one again is a duplicate. */
    public void send(UUID id, String source, String key, String type, String json) {
        try {
            producer.send(Envelope.wrap(source, id, name, key, type, Instant.now(), json, null, null))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The message was not taken", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while sending", e);
        }
    }

    /** All messages of the key so far, in order. */
    public List<Seen> of(String key) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> seen.add(Seen.of(record)));
        return seen.stream().filter(message -> message.key().equals(key)).toList();
    }

    /** Waits for a message of that type and key. */
    public Seen await(String key, String type) {
        return await(key, message -> message.type().equals(type), type);
    }

    /** Waits until the key has so many messages of that type; returns them all. */
    public List<Seen> await(String key, String type, int count) {
        Awaited awaited = new Awaited();
        org.awaitility.Awaitility.await("%d × %s of %s on %s".formatted(count, type, key, name))
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    awaited.found = of(key).stream()
                            .filter(message -> message.type().equals(type))
                            .toList();
                    return awaited.found.size() >= count;
                });
        return awaited.found;
    }

    private Seen await(String key, Predicate<Seen> wanted, String description) {
        Awaited awaited = new Awaited();
        org.awaitility.Awaitility.await("%s of %s on %s".formatted(description, key, name))
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    awaited.found = of(key).stream().filter(wanted).toList();
                    return !awaited.found.isEmpty();
                });
        return awaited.found.getFirst();
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
    }

    private static final class Awaited {
        private List<Seen> found = List.of();
    }

    /** A message as it stood on the topic. */
    public record Seen(String key, String type, Map<String, String> headers, JsonNode body) {

        static Seen of(ConsumerRecord<String, byte[]> record) {
            Map<String, String> headers = new HashMap<>();
            for (Header header : record.headers()) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
            try {
                return new Seen(
                        record.key(), headers.getOrDefault("ce_type", ""), headers, JSON.readTree(record.value()));
            } catch (IOException e) {
                throw new UncheckedIOException("The body is no JSON", e);
            }
        }

        public String header(String header) {
            return headers.getOrDefault(header, "");
        }
    }
}
