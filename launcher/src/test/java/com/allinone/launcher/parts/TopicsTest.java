package com.allinone.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void everyTopicOfTheContractsHasPartitionsAndARetention() {
        assertThat(Topics.load())
                .contains(new Topics.Topic("order.events", 6, Duration.ofDays(7)))
                .allSatisfy(topic -> assertThat(topic.partitions()).isPositive());
    }
}
