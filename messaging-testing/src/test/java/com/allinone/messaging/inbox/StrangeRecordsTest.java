package com.allinone.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is no message of ours is parked and counted, and stops nobody else. */
@Timeout(60)
class StrangeRecordsTest {

    private final Consuming consuming = new Consuming();
    private final Records records = new Records();
    private final Notes notes = consuming.notes;

    @AfterEach
    void close() {
        consuming.close();
    }

    @Test
    void parksWhatIsNoMessageOfOurs() {
        ConsumerRecord<String, byte[]> unknownType = records.record(Records.id().toString(), "a", "note.burn.v1", "1");
        ConsumerRecord<String, byte[]> noId = Records.without(records.note(Records.id(), "b", 1), "ce_id");
        ConsumerRecord<String, byte[]> noType = Records.without(records.note(Records.id(), "c", 1), "ce_type");
        ConsumerRecord<String, byte[]> randomId =
                records.record(UUID.randomUUID().toString(), "d", "note.take.v1", "1");
        ConsumerRecord<String, byte[]> wrongId = records.record("1234", "e", "note.take.v1", "1");
        ConsumerRecord<String, byte[]> noKey = records.record(Records.id().toString(), null, "note.take.v1", "1");
        ConsumerRecord<String, byte[]> noBody = records.record(Records.id().toString(), "g", "note.take.v1", null);
        ConsumerRecord<String, byte[]> noJson = records.record(Records.id().toString(), "h", "note.take.v1", "{");
        ConsumerRecord<String, byte[]> good = records.note(Records.id(), "i", 9);

        consuming.consumer.consume(
                List.of(unknownType, noId, noType, randomId, wrongId, noKey, noBody, noJson, good), notes);

        assertThat(consuming.parked()).containsExactly("a:0", "b:1", "c:2", "d:3", "e:4", ":5", "g:6", "h:7");
        assertThat(consuming.written()).containsExactly("i9");
        assertThat(consuming.error(0)).isEqualTo("Unknown type note.burn.v1");
        assertThat(consuming.error(1)).isEqualTo("Header ce_id is missing");
        assertThat(consuming.error(3)).isEqualTo("ce_id is no UUIDv7");
        assertThat(consuming.error(5)).isEqualTo("A note.take.v1 has no key");
        assertThat(consuming.error(6)).isEqualTo("A note.take.v1 has no body");
    }

    @Test
    void parksWhatPostgresCannotStoreAsItIs() {
        ConsumerRecord<String, byte[]> nulInKey = records.record(Records.id().toString(), "a\0b", "note.take.v1", "1");
        ConsumerRecord<String, byte[]> longKey =
                records.record(Records.id().toString(), "x".repeat(5_000), "note.take.v1", "1");
        ConsumerRecord<String, byte[]> nulInType = records.record(Records.id().toString(), "c", "note\0", "1");
        nulInType.headers().add("odd\0", new byte[] {0, (byte) 0xff});

        consuming.consumer.consume(List.of(nulInKey, longKey, nulInType, records.note(Records.id(), "d", 1)), notes);

        assertThat(consuming.parked()).containsExactly("a\ufffdb:0", "x".repeat(128) + ":1", "c:2");
        assertThat(consuming.written()).containsExactly("d1");
    }

    @Test
    void parksAnIdOlderThanTheOldestDayItRemembers() {
        UUID old = UuidCreator.getTimeOrderedEpoch(Instant.now().minus(Duration.ofDays(20)));

        consuming.consumer.consume(List.of(records.note(old, "a", 1), records.note(Records.id(), "b", 2)), notes);

        assertThat(consuming.parked()).containsExactly("a:0");
        assertThat(consuming.written()).containsExactly("b2");
    }
}
