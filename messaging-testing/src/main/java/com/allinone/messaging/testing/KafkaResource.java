package com.allinone.messaging.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/** A real Kafka broker in this JVM, with the platform's topics. */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {

    /** The argument that names further topics, separated by commas, for a test that needs its own. */
    public static final String TOPICS = "topics";

    static final String BOOTSTRAP = "kafka.bootstrap.servers";
    private static final int PARTITIONS = 6;

    private List<String> further = List.of();
    private @Nullable EmbeddedKafkaBroker broker;

    @Override
    public void init(Map<String, String> arguments) {
        String names = arguments.get(TOPICS);
        further = names == null ? List.of() : List.of(names.split(",", -1));
    }

    @Override
    public Map<String, String> start() {
        broker = new EmbeddedKafkaBroker().withDeleteLogDirsOnClose(true).start();
        String address = broker.getAdvertisedListeners().replaceFirst("^[A-Z_]+://", "");
        makeTopics(address);
        System.setProperty("testing.kafka", address);
        return Map.of(BOOTSTRAP, address, "kafka.metadata.max.age.ms", "1000");
    }

    @Override
    public void stop() {
        if (broker != null) {
            broker.close();
        }
    }

    /** The broker's address, for a test's own clients. */
    static String address() {
        return Objects.requireNonNull(System.getProperty("testing.kafka"), "KafkaResource has not started");
    }

    private void makeTopics(String address) {
        List<NewTopic> topics = new ArrayList<>();
        further.forEach(name -> topics.add(new NewTopic(name, PARTITIONS, (short) 1)));
        for (JsonNode topic : topicsFile().get("topics")) {
            topics.add(new NewTopic(
                    topic.get("name").asText(), topic.get("partitions").asInt(), (short) 1));
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topics could not be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while making topics", e);
        }
    }

    private static JsonNode topicsFile() {
        try (InputStream file = KafkaResource.class.getResourceAsStream("/topics.yaml")) {
            return new YAMLMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("topics.yaml could not be read", e);
        }
    }
}
