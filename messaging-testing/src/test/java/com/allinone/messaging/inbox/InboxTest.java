package com.allinone.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.allinone.messaging.Envelope;
import com.allinone.messaging.outbox.RelaySignal;
import com.allinone.messaging.parts.Database;
import com.allinone.messaging.retention.RetentionAtStart;
import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.tracing.MessageTraces;
import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InboxTest {

    private static final Clock CLOCK = Clock.systemUTC();

    private final Database database = new Database();
    private final Transactions transactions = database.transactions(CLOCK, new RelaySignal());
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final InboxMetrics counted = new InboxMetrics(metrics);
    private final Notes notes = new Notes();
    private final BatchConsumer consumer = new BatchConsumer(
            transactions,
            new BatchWork(transactions, new MessageTraces(OpenTelemetry.noop()), counted, CLOCK),
            InboxSettings.USUAL,
            counted);
    private long offset;

    @BeforeEach
    void makeDays() {
        RetentionAtStart.run(transactions, InboxSettings.USUAL, CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void doesAMessageOnceHoweverOftenItComes() {
        UUID id = id();
        ConsumerRecord<String, byte[]> first = note(id, "a", 1);

        consumer.consume(List.of(first, note(id, "a", 1), note(id(), "a", 2)), notes);
        consumer.consume(List.of(note(id, "a", 1), note(id(), "b", 3)), notes);

        assertThat(written()).containsExactly("a1", "a2", "b3");
        assertThat(metrics.counter("messaging.inbox.duplicates", "consumer", "notes")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void twoConsumersEachDoAMessage() {
        UUID id = id();
        transactions.run(transaction -> assertThat(new Inbox(transaction, "others").fresh(List.of(message(id))))
                .hasSize(1));
        consumer.consume(List.of(note(id, "a", 1)), notes);

        assertThat(written()).containsExactly("a1");
    }

    @Test
    void theEffectAndTheMemoryOfItCommitTogether() {
        notes.meanwhile = () -> {
            assertThat(database.number("select count(*) from inbox")).isZero();
            assertThat(database.number("select count(*) from note")).isZero();
        };

        consumer.consume(List.of(note(id(), "a", 1)), notes);

        assertThat(database.number("select count(*) from inbox")).isEqualTo(1);
        assertThat(written()).containsExactly("a1");
        assertThat(parked()).isEmpty();
    }

    @Test
    void parksThePoisonAloneAndItsKeysLaterMessagesBehindIt() {
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            batch.add(note(id(), "key" + i % 20, i == 107 ? -1 : i));
        }

        consumer.consume(batch, notes);

        assertThat(parked()).containsExactly("key7:107", "key7:127", "key7:147", "key7:167", "key7:187");
        assertThat(written()).hasSize(195).contains("key77", "key727", "key787").doesNotContain("key7127");
        assertThat(error(107)).isEqualTo("IllegalStateException: A note cannot be negative");
        assertThat(error(127)).isEqualTo("Behind a parked message of its key");
        assertThat(metrics.counter("messaging.inbox.parked", "consumer", "notes")
                        .count())
                .isEqualTo(5);
    }

    @Test
    void aKeyOnceParkedStaysBehindInLaterBatches() {
        consumer.consume(List.of(note(id(), "a", -1)), notes);
        consumer.consume(List.of(note(id(), "a", 2), note(id(), "b", 3)), notes);

        assertThat(parked()).containsExactly("a:0", "a:1");
        assertThat(written()).containsExactly("b3");
    }

    @Test
    void aMessageThatTheDatabaseRefusesIsParkedAndTheRestIsDone() {
        consumer.consume(List.of(note(id(), "a", 1), note(id(), "b", 2_000_000), note(id(), "c", 3)), notes);

        assertThat(written()).containsExactly("a1", "c3");
        assertThat(parked()).containsExactly("b:1");
        assertThat(error(1)).contains("note_number_check");
    }

    @Test
    void aDatabaseThatIsAwayParksNothingAndEverythingIsDoneWhenItIsBack() throws Exception {
        List<ConsumerRecord<String, byte[]>> batch =
                IntStream.range(0, 50).mapToObj(i -> note(id(), "key" + i, i)).toList();
        notes.meanwhile = () -> {
            if (notes.runs.get() == 1) {
                database.line().cut();
            }
        };
        Thread repair = Thread.ofVirtual().start(() -> {
            await().pollInSameThread()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> retries() >= 4 || notes.runs.get() >= 4);
            database.line().mend();
        });

        consumer.consume(batch, notes);

        repair.join(Duration.ofSeconds(20));
        assertThat(written()).hasSize(50);
        assertThat(parked()).isEmpty();
        assertThat(retries()).isGreaterThanOrEqualTo(4);
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

        consumer.consume(List.of(note(id(), "a", 1)), notes);

        assertThat(written()).containsExactly("a1");
        assertThat(parked()).isEmpty();
    }

    @Test
    void aRaceLostOnceParksNothing() {
        notes.meanwhile = () -> {
            if (notes.runs.get() == 1) {
                throw new com.allinone.messaging.sql.DatabaseFailure(new java.sql.SQLException("duplicate", "23505"));
            }
        };

        consumer.consume(List.of(note(id(), "a", 1)), notes);

        assertThat(written()).containsExactly("a1");
    }

    @Test
    void parksWhatIsNoMessageOfOurs() {
        ConsumerRecord<String, byte[]> unknownType = record(id().toString(), "a", "note.burn.v1", "1");
        ConsumerRecord<String, byte[]> noId = without(note(id(), "b", 1), "ce_id");
        ConsumerRecord<String, byte[]> noType = without(note(id(), "c", 1), "ce_type");
        ConsumerRecord<String, byte[]> randomId = record(UUID.randomUUID().toString(), "d", "note.take.v1", "1");
        ConsumerRecord<String, byte[]> wrongId = record("1234", "e", "note.take.v1", "1");
        ConsumerRecord<String, byte[]> noKey = record(id().toString(), null, "note.take.v1", "1");
        ConsumerRecord<String, byte[]> noBody = record(id().toString(), "g", "note.take.v1", null);
        ConsumerRecord<String, byte[]> noJson = record(id().toString(), "h", "note.take.v1", "{");
        ConsumerRecord<String, byte[]> good = note(id(), "i", 9);

        consumer.consume(List.of(unknownType, noId, noType, randomId, wrongId, noKey, noBody, noJson, good), notes);

        assertThat(parked()).containsExactly("a:0", "b:1", "c:2", "d:3", "e:4", ":5", "g:6", "h:7");
        assertThat(written()).containsExactly("i9");
        assertThat(error(0)).isEqualTo("Unknown type note.burn.v1");
        assertThat(error(1)).isEqualTo("Header ce_id is missing");
        assertThat(error(3)).isEqualTo("ce_id is no UUIDv7");
        assertThat(error(5)).isEqualTo("A note.take.v1 has no key");
        assertThat(error(6)).isEqualTo("A note.take.v1 has no body");
    }

    @Test
    void parksWhatPostgresCannotStoreAsItIs() {
        ConsumerRecord<String, byte[]> nulInKey = record(id().toString(), "a\0b", "note.take.v1", "1");
        ConsumerRecord<String, byte[]> longKey = record(id().toString(), "x".repeat(5_000), "note.take.v1", "1");
        ConsumerRecord<String, byte[]> nulInType = record(id().toString(), "c", "note\0", "1");
        nulInType.headers().add("odd\0", new byte[] {0, (byte) 0xff});

        consumer.consume(List.of(nulInKey, longKey, nulInType, note(id(), "d", 1)), notes);

        assertThat(parked()).containsExactly("a\ufffdb:0", "x".repeat(128) + ":1", "c:2");
        assertThat(written()).containsExactly("d1");
    }

    @Test
    void parksAnIdOlderThanTheOldestDayItRemembers() {
        UUID old = UuidCreator.getTimeOrderedEpoch(Instant.now().minus(Duration.ofDays(20)));

        consumer.consume(List.of(note(old, "a", 1), note(id(), "b", 2)), notes);

        assertThat(parked()).containsExactly("a:0");
        assertThat(written()).containsExactly("b2");
    }

    @Test
    void remembersWhatItKnowsAndDoesNotNeed() {
        consumer.consume(List.of(record(id().toString(), "a", "note.shred.v1", "1")), notes);

        assertThat(notes.runs).hasValue(0);
        assertThat(parked()).isEmpty();
    }

    @Test
    void givesABatchBackWhenTheServiceStops() {
        consumer.drain(Duration.ofSeconds(1));
        database.line().cut();

        assertThatThrownBy(() -> consumer.consume(List.of(note(id(), "a", 1)), notes))
                .hasMessageContaining("Kafka delivers it again");
    }

    private com.allinone.messaging.IncomingMessage message(UUID id) {
        return Envelope.unwrap(note(id, "a", 1));
    }

    private double retries() {
        return metrics.counter("messaging.inbox.retries", "consumer", "notes").count();
    }

    private List<String> written() {
        return transactions.call(transaction -> transaction
                .sql("select key, number from note order by place")
                .list(row -> row.text("key") + row.integer("number")));
    }

    /** Key and offset of what is parked, in order. */
    private List<String> parked() {
        return transactions.call(transaction -> transaction
                .sql("select key, \"offset\" as place from parked_message order by \"offset\"")
                .list(row -> row.text("key") + ":" + row.number("place")));
    }

    private String error(long at) {
        Optional<String> error = transactions.call(transaction -> transaction
                .sql("select error from parked_message where \"offset\" = ?")
                .bind(at)
                .first(row -> row.text("error")));
        return error.orElse("");
    }

    private static UUID id() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    private ConsumerRecord<String, byte[]> note(UUID id, String key, int number) {
        return record(id.toString(), key, "note.take.v1", String.valueOf(number));
    }

    private ConsumerRecord<String, byte[]> record(String id, @Nullable String key, String type, @Nullable String json) {
        ProducerRecord<String, byte[]> sent =
                Envelope.wrap("/someone", id(), "notes", key == null ? "-" : key, type, Instant.now(), "", null, null);
        sent.headers().remove("ce_id").add("ce_id", id.getBytes(StandardCharsets.UTF_8));
        return new ConsumerRecord<>(
                "notes",
                0,
                offset++,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                json == null ? null : json.getBytes(StandardCharsets.UTF_8),
                new RecordHeaders(sent.headers()),
                Optional.empty());
    }

    private static ConsumerRecord<String, byte[]> without(ConsumerRecord<String, byte[]> record, String header) {
        record.headers().remove(header);
        return record;
    }
}
