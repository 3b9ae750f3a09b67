package com.allinone.messaging.parts;

import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** One real broker for all tests, behind a line that can be cut; each test has topics of its own. */
public final class Broker {

    private static final int PARTITIONS = 6;
    private static final int PORT = freePort();
    private static final Line LINE = new Line(PORT).start();
    private static final String ADDRESS = "localhost:" + LINE.port();

    static {
        new EmbeddedKafkaBroker()
                .withKafkaPort(PORT)
                .withAdvertisedListeners("PLAINTEXT://" + ADDRESS)
                .withDeleteLogDirsOnClose(true)
                .start();
    }

    private Broker() {}

    public static Line line() {
        return LINE;
    }

    public static Map<String, Object> settings() {
        return Map.of("bootstrap.servers", ADDRESS);
    }

    /** A new topic. */
    public static String topic() {
        String name = "topic-" + UUID.randomUUID();
        try (Admin admin = Admin.create(settings())) {
            admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1)))
                    .all()
                    .get();
            return name;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("The topic could not be made", e);
        }
    }

    /** Everything on the topic now, in order within each partition. */
    public static List<ConsumerRecord<String, byte[]>> everythingOn(String topic) {
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
            return all;
        }
    }

    public static String body(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
