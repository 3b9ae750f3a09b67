package com.allinone.chaos.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.chaos.invariants.PublishedRecords.Published;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PublishingTest {
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(1, 2);
    private static final UUID OTHER_KEY = new UUID(1, 3);
    private static final UUID STRANGER = new UUID(2, 1);

    private final Publishing publishing = new Publishing(Map.of(FIRST, 1L, SECOND, 2L, OTHER_KEY, 3L));

    @Test
    void theOrderOfCommitsHoldsPerKeyAndDuplicatesDoNotDisturbIt() {
        take(OTHER_KEY, "b");
        take(FIRST, "a");
        take(SECOND, "a");
        take(FIRST, "a");
        take(STRANGER, "a");

        assertThat(publishing.disordered()).isEmpty();
        assertThat(publishing.missing()).isEmpty();
        assertThat(publishing.deliveries()).isEqualTo(4);
        assertThat(publishing.messages()).isEqualTo(3);
    }

    @Test
    void aLaterMessageBeforeAnEarlierOneOfItsKeyIsFound() {
        take(SECOND, "a");
        take(FIRST, "a");

        assertThat(publishing.disordered()).containsExactly("topic: type.v1 of a at 1 came after 2");
    }

    @Test
    void aMessageThatNeverCameIsFound() {
        take(FIRST, "a");
        take(OTHER_KEY, "b");

        assertThat(publishing.missing()).containsExactly(SECOND);
    }

    private void take(UUID id, String key) {
        publishing.record("topic", new Published(id, key, "type.v1"));
    }
}
