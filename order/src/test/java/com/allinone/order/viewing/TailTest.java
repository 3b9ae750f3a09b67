package com.allinone.order.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The tail hears every partition of the topics that an order's messages go to. */
class TailTest {

    private static final String CHANNEL = "mp.messaging.incoming.order-tail.";

    @Test
    void everyPartitionOfItsTopicsIsHeardFromItsEnd() throws IOException {
        Properties settings = new Properties();
        try (InputStream file = TailTest.class.getResourceAsStream("/application.properties")) {
            settings.load(file);
        }
        List<String> topics = List.of(settings.getProperty(CHANNEL + "topics").split(",", -1));
        List<String> expected = new ArrayList<>();
        for (String topic : topics) {
            for (int partition = 0; partition < partitions(topic); partition++) {
                expected.add(topic + ":" + partition + ":-1");
            }
        }

        assertThat(settings.getProperty(CHANNEL + "assign-seek").split(",", -1))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static int partitions(String topic) throws IOException {
        try (InputStream file = TailTest.class.getResourceAsStream("/topics.yaml")) {
            for (JsonNode each : new YAMLMapper().readTree(file).get("topics")) {
                if (each.get("name").asText().equals(topic)) {
                    return each.get("partitions").asInt();
                }
            }
        }
        throw new AssertionError("topics.yaml has no " + topic);
    }
}
