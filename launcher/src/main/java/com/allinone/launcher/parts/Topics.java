package com.allinone.launcher.parts;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** The topics as the contracts list them, from the file that the cluster's topics are made from too. */
final class Topics {
    record Topic(String name, int partitions, Duration retention) {}

    private Topics() {}

    static List<Topic> load() {
        try (var file = Objects.requireNonNull(Topics.class.getResourceAsStream("/topics.yaml"), "topics.yaml")) {
            var topics = new YAMLMapper().readTree(file).path("topics");
            return StreamSupport.stream(topics.spliterator(), false)
                    .map(topic -> new Topic(
                            topic.path("name").asText(),
                            topic.path("partitions").asInt(),
                            Duration.parse(topic.path("retention").asText())))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
