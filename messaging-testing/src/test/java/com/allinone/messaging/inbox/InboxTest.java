package com.allinone.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.allinone.messaging.Envelope;
import com.allinone.messaging.storage.JdbcDoneMessages;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InboxTest {

    private final Consuming consuming = new Consuming();
    private final Records records = new Records();
    private final Notes notes = consuming.notes;

    @AfterEach
    void close() {
        consuming.close();
    }

    @Test
    void doesAMessageOnceHoweverOftenItComes() {
        UUID id = Records.id();
        ConsumerRecord<String, byte[]> first = records.note(id, "a", 1);

        consuming.consumer.consume(List.of(first, records.note(id, "a", 1), records.note(Records.id(), "a", 2)), notes);
        consuming.consumer.consume(List.of(records.note(id, "a", 1), records.note(Records.id(), "b", 3)), notes);

        assertThat(consuming.written()).containsExactly("a1", "a2", "b3");
        assertThat(consuming
                        .metrics
                        .counter("messaging.inbox.duplicates", "consumer", "notes")
                        .count())
                .isEqualTo(2);
        assertThat(consuming.database.number("select deliveries from inbox where message_id = '" + id + "'"))
                .isEqualTo(3);
        assertThat(consuming.database.number("select sum(deliveries) from inbox"))
                .isEqualTo(5);
    }

    @Test
    void twoConsumersEachDoAMessage() {
        UUID id = Records.id();
        consuming.transactions.run(transaction -> assertThat(
                        new Inbox(new JdbcDoneMessages()).fresh(transaction, "others", List.of(message(id))))
                .hasSize(1));
        consuming.consumer.consume(List.of(records.note(id, "a", 1)), notes);

        assertThat(consuming.written()).containsExactly("a1");
    }

    @Test
    void tellsHowFarBehindTheBatchInHandIs() {
        List<Double> behind = new ArrayList<>();
        notes.meanwhile = () -> behind.add(lag());
        ConsumerRecord<String, byte[]> old = published(records.note(Records.id(), "a", 1), Duration.ofMinutes(5));

        consuming.consumer.consume(List.of(old, records.note(Records.id(), "b", 2)), notes);

        assertThat(behind).allSatisfy(seconds -> assertThat(seconds).isBetween(300.0, 360.0));
        assertThat(behind).isNotEmpty();
        assertThat(lag()).isZero();
        assertThat(consuming
                        .metrics
                        .timer("messaging.inbox.batch", "consumer", "notes")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aMessageWithoutATimeIsNotBehind() {
        List<Double> behind = new ArrayList<>();
        notes.meanwhile = () -> behind.add(lag());

        consuming.consumer.consume(List.of(records.note(Records.id(), "a", 1)), notes);

        assertThat(behind).hasSize(1).allSatisfy(seconds -> assertThat(seconds).isLessThan(60));
    }

    private double lag() {
        return consuming
                .metrics
                .get("messaging.inbox.lag.seconds")
                .tag("consumer", "notes")
                .gauge()
                .value();
    }

    private static ConsumerRecord<String, byte[]> published(ConsumerRecord<String, byte[]> record, Duration ago) {
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                Clock.systemUTC().millis() - ago.toMillis(),
                TimestampType.CREATE_TIME,
                0,
                0,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty());
    }

    @Test
    void theEffectAndTheMemoryOfItCommitTogether() {
        notes.meanwhile = () -> {
            assertThat(consuming.database.number("select count(*) from inbox")).isZero();
            assertThat(consuming.database.number("select count(*) from note")).isZero();
        };

        consuming.consumer.consume(List.of(records.note(Records.id(), "a", 1)), notes);

        assertThat(consuming.database.number("select count(*) from inbox")).isEqualTo(1);
        assertThat(consuming.written()).containsExactly("a1");
        assertThat(consuming.parked()).isEmpty();
    }

    @Test
    void parksThePoisonAloneAndItsKeysLaterMessagesBehindIt() {
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            batch.add(records.note(Records.id(), "key" + i % 20, i == 107 ? -1 : i));
        }

        consuming.consumer.consume(batch, notes);

        assertThat(consuming.parked()).containsExactly("key7:107", "key7:127", "key7:147", "key7:167", "key7:187");
        assertThat(consuming.written())
                .hasSize(195)
                .contains("key77", "key727", "key787")
                .doesNotContain("key7127");
        assertThat(consuming.error(107)).isEqualTo("IllegalStateException: A note cannot be negative");
        assertThat(consuming.error(127)).isEqualTo("Behind a parked message of its key");
        assertThat(consuming
                        .metrics
                        .counter("messaging.inbox.parked", "consumer", "notes")
                        .count())
                .isEqualTo(5);
    }

    @Test
    void aKeyOnceParkedStaysBehindInLaterBatches() {
        consuming.consumer.consume(List.of(records.note(Records.id(), "a", -1)), notes);
        consuming.consumer.consume(
                List.of(records.note(Records.id(), "a", 2), records.note(Records.id(), "b", 3)), notes);

        assertThat(consuming.parked()).containsExactly("a:0", "a:1");
        assertThat(consuming.written()).containsExactly("b3");
    }

    @Test
    void aMessageThatTheDatabaseRefusesIsParkedAndTheRestIsDone() {
        consuming.consumer.consume(
                List.of(
                        records.note(Records.id(), "a", 1),
                        records.note(Records.id(), "b", 2_000_000),
                        records.note(Records.id(), "c", 3)),
                notes);

        assertThat(consuming.written()).containsExactly("a1", "c3");
        assertThat(consuming.parked()).containsExactly("b:1");
        assertThat(consuming.error(1)).contains("note_number_check");
    }

    @Test
    void aDatabaseThatIsAwayParksNothingAndEverythingIsDoneWhenItIsBack() throws Exception {
        List<ConsumerRecord<String, byte[]>> batch = IntStream.range(0, 50)
                .mapToObj(i -> records.note(Records.id(), "key" + i, i))
                .toList();
        notes.meanwhile = () -> {
            if (notes.runs.get() == 1) {
                consuming.database.line().cut();
            }
        };
        Thread repair = Thread.ofVirtual().start(() -> {
            await().pollInSameThread()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> consuming.retries() >= 4 || notes.runs.get() >= 4);
            consuming.database.line().mend();
        });

        consuming.consumer.consume(batch, notes);

        repair.join(Duration.ofSeconds(20));
        assertThat(consuming.written()).hasSize(50);
        assertThat(consuming.parked()).isEmpty();
        assertThat(consuming.retries()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void aFailureOfTheDatabaseThatAHandlerWrapsIsStillOne() {
        notes.meanwhile = () -> {
            if (notes.runs.get() < 4) {
                throw new IllegalStateException(
                        "Wrapped",
                        new com.allinone.messaging.sql.DatabaseFailure(new java.sql.SQLException("gone", "08006")));
            }
        };

        consuming.consumer.consume(List.of(records.note(Records.id(), "a", 1)), notes);

        assertThat(consuming.written()).containsExactly("a1");
        assertThat(consuming.parked()).isEmpty();
    }

    @Test
    void aRaceLostOnceParksNothing() {
        notes.meanwhile = () -> {
            if (notes.runs.get() == 1) {
                throw new com.allinone.messaging.sql.DatabaseFailure(new java.sql.SQLException("duplicate", "23505"));
            }
        };

        consuming.consumer.consume(List.of(records.note(Records.id(), "a", 1)), notes);

        assertThat(consuming.written()).containsExactly("a1");
    }

    @Test
    void remembersWhatItKnowsAndDoesNotNeed() {
        consuming.consumer.consume(List.of(records.record(Records.id().toString(), "a", "note.shred.v1", "1")), notes);

        assertThat(notes.runs).hasValue(0);
        assertThat(consuming.parked()).isEmpty();
    }

    @Test
    void givesABatchBackWhenTheServiceStops() {
        consuming.consumer.drain(Duration.ofSeconds(1));
        consuming.database.line().cut();

        assertThatThrownBy(() -> consuming.consumer.consume(List.of(records.note(Records.id(), "a", 1)), notes))
                .hasMessageContaining("Kafka delivers it again");
    }

    private com.allinone.messaging.IncomingMessage message(UUID id) {
        return Envelope.unwrap(records.note(id, "a", 1));
    }
}
