package com.allinone.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is larger than any message of ours is parked, cut to what a table takes. */
@Timeout(60)
class IncomingLimitsTest {

    private final Consuming consuming = new Consuming();
    private final Records records = new Records();

    @AfterEach
    void close() {
        consuming.close();
    }

    @Test
    void parksWhatIsLongerThanAnyMessageOfOurs() {
        ConsumerRecord<String, byte[]> longType = records.record(Records.id().toString(), "a", "t".repeat(129), "1");
        ConsumerRecord<String, byte[]> longKey = records.note(Records.id(), "k".repeat(129), 1);
        ConsumerRecord<String, byte[]> longBody =
                records.record(Records.id().toString(), "c", "note.take.v1", "1".repeat(1_048_577));
        ConsumerRecord<String, byte[]> longHeader = records.note(Records.id(), "d", 1);
        longHeader.headers().remove("ce_source").add("ce_source", bytes("s".repeat(2_001)));

        take(List.of(longType, longKey, longBody, longHeader));

        assertThat(consuming.error(0)).isEqualTo("ce_type has 129 characters, more than 128");
        assertThat(consuming.error(1))
                .isEqualTo("The key of a note.take.v1 is longer than 128 characters or holds a NUL");
        assertThat(consuming.error(2)).isEqualTo("The body of a note.take.v1 has 1048577 bytes, more than 1048576");
        assertThat(consuming.error(3)).isEqualTo("Header ce_source has 2001 characters, more than 2000");
        assertThat(consuming.database.number("select length(body) from parked_message where \"offset\" = 2"))
                .isEqualTo(1_048_576);
        assertThat(consuming.database.number(
                        "select length(headers->>'ce_source') from parked_message where \"offset\" = 3"))
                .isEqualTo(2_000);
        assertThat(consuming.counted("messaging.inbox.parked")).isEqualTo(4);
        assertThat(consuming.written()).isEmpty();
    }

    @Test
    void takesWhatIsAsLargeAsItMayBe() {
        ConsumerRecord<String, byte[]> longKey = records.note(Records.id(), "k".repeat(128), 1);
        ConsumerRecord<String, byte[]> longBody =
                records.record(Records.id().toString(), "c", "note.take.v1", " ".repeat(1_048_575) + "2");
        ConsumerRecord<String, byte[]> longHeader = records.note(Records.id(), "d", 3);
        longHeader.headers().remove("ce_source").add("ce_source", bytes("s".repeat(2_000)));

        take(List.of(longKey, longBody, longHeader));

        assertThat(consuming.written()).containsExactly("k".repeat(128) + "1", "c2", "d3");
    }

    @Test
    void keeps64HeadersOfAParkedRecord() {
        ConsumerRecord<String, byte[]> many = records.note(Records.id(), "a", -1);
        for (int i = 0; i < 100; i++) {
            many.headers().add("h" + i, bytes("v"));
        }
        many.headers().add("n".repeat(300), bytes("v"));

        take(List.of(many));

        assertThat(consuming.database.number(
                        "select count(*) from parked_message, jsonb_object_keys(headers) where \"offset\" = 0"))
                .isEqualTo(64);
    }

    private void take(List<ConsumerRecord<String, byte[]>> taken) {
        consuming.consumer.consume(taken, consuming.notes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
