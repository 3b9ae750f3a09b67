package com.allinone.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.messaging.operating.Mandate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A message that arrives while its key is redriven is drained with it or finds the key free: never is it stranded. */
@Timeout(60)
class LateArrivalsTest {

    private static final Mandate OLIVIA = new Mandate("olivia", "");
    private static final String STRANDED = """
            select count(*) from parked_message message
             where not exists (select from parked_key held
                                where held.consumer = message.consumer and held.key = message.key)""";
    private static final String EMPTY = """
            select count(*) from parked_key held
             where not exists (select from parked_message message
                                where held.consumer = message.consumer and held.key = message.key)""";

    private final Consuming consuming = new Consuming();
    private final Records records = new Records();
    private final Notes notes = consuming.notes;
    private final Redriving redriving = consuming.redriving(new ParkingSettings(3, 1_000, Duration.ofSeconds(10)));

    @AfterEach
    void close() {
        consuming.close();
    }

    @Test
    void waitsForTheRedriveThatHasItsKey() throws Exception {
        take("a", -1);
        notes.mended = true;
        CountDownLatch handling = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        notes.meanwhile = () -> {
            handling.countDown();
            await(goOn);
        };
        var redrive = CompletableFuture.supplyAsync(() -> redriving.redrive("notes", "a", OLIVIA));
        assertThat(handling.await(5, TimeUnit.SECONDS)).isTrue();

        var late = CompletableFuture.runAsync(() -> take("a", 2));
        Thread.sleep(300);
        assertThat(late).as("a late message while its key is redriven").isNotDone();
        goOn.countDown();
        redrive.join();
        late.join();

        assertThat(consuming.written()).containsExactly("a-1", "a2");
        assertThat(consuming.database.number(STRANDED)).isZero();
    }

    @Test
    void isDrainedByTheRedriveThatWaitsForIt() throws Exception {
        take("a", -1);
        notes.mended = true;
        CountDownLatch handling = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        notes.meanwhile = () -> {
            handling.countDown();
            await(goOn);
        };
        // the batch parks behind "a" first, and then is held up in the handling of "b"
        var batch = CompletableFuture.runAsync(() -> consuming.consumer.consume(
                List.of(records.note(Records.id(), "a", 2), records.note(Records.id(), "b", 9)), notes));
        assertThat(handling.await(5, TimeUnit.SECONDS)).isTrue();

        var redrive = CompletableFuture.supplyAsync(() -> redriving.redrive("notes", "a", OLIVIA));
        Thread.sleep(300);
        goOn.countDown();
        batch.join();

        assertThat(redrive.join()).isEqualTo(new RedriveOutcome.Redriven(2, 0, null));
        assertThat(consuming.written()).containsExactlyInAnyOrder("b9", "a-1", "a2");
        assertThat(consuming.database.number(STRANDED)).isZero();
    }

    @Test
    void noneIsStrandedOrOutOfOrderUnderConcurrentRedrives() throws Exception {
        notes.mended = false;
        AtomicBoolean over = new AtomicBoolean();
        List<CompletableFuture<Void>> people = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            people.add(CompletableFuture.runAsync(() -> {
                while (!over.get()) {
                    redriving.redrive("notes", "a", OLIVIA);
                }
            }));
        }
        for (int number = 1; number <= 100; number++) {
            notes.mended = number % 10 > 2; // the first of every ten are parked, unless a redrive comes late
            take("a", number % 10 == 1 ? -number : number);
        }
        notes.mended = true;
        over.set(true);
        people.forEach(CompletableFuture::join);

        assertThat(consuming.database.number(STRANDED)).as("stranded messages").isZero();
        assertThat(consuming.database.number(EMPTY)).as("keys without messages").isZero();
        redriving.redrive("notes", "a", OLIVIA);
        List<Integer> numbers = consuming.written().stream()
                .map(written -> Math.abs(Integer.parseInt(written.substring(1))))
                .toList();
        assertThat(numbers).hasSize(100).isSortedAccordingTo(Comparator.naturalOrder());
    }

    private void take(String key, int number) {
        consuming.consumer.consume(List.of(records.note(Records.id(), key, number)), notes);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
