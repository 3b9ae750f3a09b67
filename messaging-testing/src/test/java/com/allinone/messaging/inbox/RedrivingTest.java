package com.allinone.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.messaging.inbox.RedriveOutcome.NoSuchConsumer;
import com.allinone.messaging.inbox.RedriveOutcome.NotParked;
import com.allinone.messaging.inbox.RedriveOutcome.Redriven;
import com.allinone.messaging.inbox.RedriveOutcome.Stop;
import com.allinone.messaging.operating.Mandate;
import com.allinone.messaging.sql.DatabaseFailure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a person does with parked messages. */
@Timeout(60)
class RedrivingTest {

    private static final Mandate OLIVIA = new Mandate("olivia", "mended");
    private static final String BROKEN = "IllegalStateException: A note cannot be negative";

    private final Consuming consuming = new Consuming();
    private final Records records = new Records();
    private final Notes notes = consuming.notes;

    @AfterEach
    void close() {
        consuming.close();
    }

    @Test
    void handlesTheKeysMessagesInOrderAndFreesIt() {
        park("a", -1, 2, 3);
        notes.mended = true;

        assertThat(redrive("a")).isEqualTo(new Redriven(3, 0, null));

        assertThat(consuming.written()).containsExactly("a-1", "a2", "a3");
        assertThat(consuming.parked()).isEmpty();
        assertThat(consuming.database.number("select count(*) from parked_key")).isZero();
        assertThat(consuming.actions()).containsExactly("REDRIVE|olivia|notes|a|mended|Handled 3, 0 left");
        assertThat(consuming.counted("messaging.inbox.redriven")).isEqualTo(3);
        take("a", 4);
        assertThat(consuming.written()).endsWith("a4");
    }

    @Test
    void doesWhatStandsBeforeAMessageThatFailsAgain() {
        park("a", -1, 2, 3, 2_000_000, 5);
        notes.mended = true;

        RedriveOutcome outcome = redrive("a");

        assertThat(consuming.written()).containsExactly("a-1", "a2", "a3");
        assertThat(consuming.parked()).containsExactly("a:3", "a:4");
        String error = consuming.error(3);
        assertThat(error).contains("note_number_check");
        assertThat(outcome).isEqualTo(new Redriven(3, 2, new Stop(consuming.place(3), error, false)));
        assertThat(consuming.database.number("select attempts from parked_message where \"offset\" = 3"))
                .isEqualTo(1);
        assertThat(consuming.actions()).hasSize(3).last().asString().contains("failed again: DatabaseFailure");
    }

    @Test
    void drainsInPiecesAndStopsAtTheMostThatOneCallMayDo() {
        park("a", IntStream.rangeClosed(0, 24).map(i -> i == 0 ? -1 : i).toArray());
        notes.mended = true;
        Redriving redriving = consuming.redriving(new ParkingSettings(10, 15, Duration.ofSeconds(10)));
        notes.runs.set(0);

        assertThat(redriving.redrive("notes", "a", OLIVIA)).isEqualTo(new Redriven(15, 10, null));
        assertThat(notes.runs).hasValue(2);
        assertThat(redriving.redrive("notes", "a", OLIVIA)).isEqualTo(new Redriven(10, 0, null));
        assertThat(consuming.written()).hasSize(25).endsWith("a24");
    }

    @Test
    void beginsNoFurtherPieceOnceItTookTooLong() {
        park("a", -1, 2, 3);
        notes.mended = true;

        assertThat(consuming
                        .redriving(new ParkingSettings(1, 1_000, Duration.ZERO))
                        .redrive("notes", "a", OLIVIA))
                .isEqualTo(new Redriven(1, 2, null));
    }

    @Test
    void doesNotDoAgainWhatWasDone() {
        UUID id = Records.id();
        consuming.consumer.consume(List.of(records.note(id, "a", 1)), notes);
        park("a", -1);
        consuming.consumer.consume(List.of(records.note(id, "a", 1)), notes);
        notes.mended = true;

        assertThat(redrive("a")).isEqualTo(new Redriven(2, 0, null));

        assertThat(consuming.written()).containsExactly("a1", "a-1");
    }

    @Test
    void aMessageOfAFormerlyUnknownTypeIsHandledOnceItIsKnown() {
        consuming.consumer.consume(List.of(records.record(Records.id().toString(), "a", "note.burn.v1", "1")), notes);
        assertThat(redrive("a")).isEqualTo(new Redriven(0, 1, new Stop(1, "Unknown type note.burn.v1", false)));

        notes.alsoHandles = "note.burn.v1";

        assertThat(redrive("a")).isEqualTo(new Redriven(1, 0, null));
        assertThat(consuming.written()).containsExactly("a1");
    }

    @Test
    void anUnreadableMessageCanOnlyBeDiscarded() {
        String longKey = "x".repeat(200);
        consuming.consumer.consume(List.of(records.note(Records.id(), longKey, 1)), notes);
        String cut = "x".repeat(128);

        assertThat(redrive(cut))
                .isEqualTo(new Redriven(
                        0,
                        1,
                        new Stop(1, "The key of a note.take.v1 is longer than 128 characters or holds a NUL", true)));
        assertThat(consuming.written()).isEmpty();
        assertThat(consuming.discarding.discard("notes", cut, 1, OLIVIA)).hasValue(0);
    }

    @Test
    void anInfrastructureThatFailsMarksNothing() {
        park("a", -1);
        notes.mended = true;
        notes.meanwhile = () -> {
            throw new DatabaseFailure(new SQLException("deadlock", "40P01"));
        };

        assertThatThrownBy(() -> redrive("a")).isInstanceOf(DatabaseFailure.class);

        assertThat(consuming.error(0)).isEqualTo(BROKEN);
        assertThat(consuming.actions()).isEmpty();
        notes.meanwhile = () -> {};
        assertThat(redrive("a")).isEqualTo(new Redriven(1, 0, null));
    }

    @Test
    void aRaceLostOnceStopsNothing() {
        park("a", -1);
        notes.mended = true;
        int before = notes.runs.get();
        notes.meanwhile = () -> {
            if (notes.runs.get() == before + 1) {
                throw new DatabaseFailure(new SQLException("duplicate", "23505"));
            }
        };

        assertThat(redrive("a")).isEqualTo(new Redriven(1, 0, null));
    }

    @Test
    void keepsThePublishersOrderWhateverKafkaDid() {
        List<ConsumerRecord<String, byte[]>> lost = List.of(
                Records.numbered(records.note(Records.id(), "a", -1), 10),
                Records.numbered(records.note(Records.id(), "a", 2), 11));
        ConsumerRecord<String, byte[]> newer = Records.numbered(records.note(Records.id(), "a", -3), 12);
        consuming.consumer.consume(List.of(newer), notes);
        records.restartAt(0);
        consuming.consumer.consume(lost, notes);
        notes.mended = true;

        redrive("a");

        assertThat(consuming.written()).containsExactly("a-1", "a2", "a-3");
    }

    @Test
    void parksAnotherMessageAtAnOffsetThatKafkaGaveOutBeforeItLostItsLog() {
        park("a", -1);
        records.restartAt(0);
        park("a", -2);
        notes.mended = true;

        assertThat(redrive("a")).isEqualTo(new Redriven(2, 0, null));
        assertThat(consuming.written()).containsExactly("a-1", "a-2");
    }

    @Test
    void parksAMessageOnceHoweverOftenItComes() {
        UUID id = Records.id();
        ConsumerRecord<String, byte[]> first = records.note(id, "a", -1);
        ConsumerRecord<String, byte[]> unreadable = Records.without(records.note(Records.id(), "a", 1), "ce_id");

        consuming.consumer.consume(List.of(first, unreadable), notes);
        consuming.consumer.consume(List.of(first, unreadable, records.note(id, "a", -1)), notes);

        assertThat(consuming.parked()).containsExactly("a:0", "a:1");
    }

    @Test
    void discardsAMessageForAReasonAndTheKeyGoesOn() {
        park("a", -1, 2);
        ConsumerRecord<String, byte[]> again = consuming.record(0);

        assertThat(consuming.discarding.discard("notes", "a", consuming.place(0), new Mandate("olivia", "test data")))
                .hasValue(1);

        assertThat(redrive("a")).isEqualTo(new Redriven(1, 0, null));
        assertThat(consuming.written()).containsExactly("a2");
        assertThat(consuming.actions().getFirst())
                .startsWith("DISCARD|olivia|notes|a|test data|Discarded message 1 (note.take.v1, id ")
                .endsWith("notes 0/0), 1 left; it had failed: " + BROKEN);
        assertThat(consuming.database.number(
                        "select count(*) from operator_action where convert_from(body, 'UTF8') = '-1'"
                                + " and headers->>'ce_type' = 'note.take.v1'"))
                .isEqualTo(1);
        assertThat(consuming.counted("messaging.inbox.discarded")).isEqualTo(1);
        consuming.consumer.consume(List.of(again), notes);
        assertThat(consuming.parked())
                .as("a discarded message that comes again")
                .isEmpty();
    }

    @Test
    void refusesWhatIsNotThere() {
        park("a", -1);

        assertThat(redrive("b")).isEqualTo(new NotParked());
        assertThat(consuming.redriving(ParkingSettings.USUAL).redrive("nobody", "a", OLIVIA))
                .isEqualTo(new NoSuchConsumer());
        assertThat(consuming.discarding.discard("notes", "a", 99, OLIVIA)).isEqualTo(OptionalLong.empty());
        assertThat(consuming.discarding.discard("notes", "b", 1, OLIVIA)).isEqualTo(OptionalLong.empty());
        assertThatThrownBy(() -> consuming.discarding.discard("notes", "a", 1, new Mandate("olivia", " ")))
                .hasMessage("A message is discarded for a reason");
        assertThat(consuming.actions()).isEmpty();
    }

    private RedriveOutcome redrive(String key) {
        return consuming.redriving(ParkingSettings.USUAL).redrive("notes", key, OLIVIA);
    }

    private void park(String key, int... numbers) {
        take(key, numbers);
    }

    private void take(String key, int... numbers) {
        consuming.consumer.consume(
                IntStream.of(numbers)
                        .mapToObj(number -> records.note(Records.id(), key, number))
                        .toList(),
                notes);
    }
}
