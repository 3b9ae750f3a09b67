package com.allinone.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.allinone.messaging.SystemTicker;
import com.allinone.messaging.gathering.Pace;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private final Semaphore steps = new Semaphore(0);
    private final List<List<String>> pieces = new CopyOnWriteArrayList<>();
    private final Intake intake = new Intake("notes", 10, new Pace(new SystemTicker(), Duration.ZERO), piece -> {
        pieces.add(piece.stream().map(Object::toString).toList());
        steps.acquireUninterruptibly();
    });

    @Test
    void whatComesWhileAPieceIsHandledIsTheNextPieceInOrder() {
        intake.take(delivery("a", 1));
        await().until(() -> pieces.size() == 1);
        intake.take(delivery("b", 2));
        intake.take(delivery("c", 1));
        steps.release(2);

        await().untilAsserted(() -> assertThat(pieces).containsExactly(List.of("a"), List.of("b", "c")));
    }

    @Test
    void aPieceIsNoLargerThanTheBoundUnlessOneDeliveryIs() {
        intake.take(delivery("a", 1));
        await().until(() -> pieces.size() == 1);
        List.of(delivery("b", 6), delivery("c", 4), delivery("d", 1), delivery("e", 12), delivery("f", 1))
                .forEach(intake::take);
        steps.release(9);

        await().untilAsserted(() -> assertThat(pieces)
                .containsExactly(List.of("a"), List.of("b", "c"), List.of("d"), List.of("e"), List.of("f")));
    }

    @Test
    void theChannelWaitsWhileTooManyDo() {
        intake.take(delivery("a", 1));
        await().until(() -> pieces.size() == 1);
        var room = IntStream.range(0, 32)
                .mapToObj(i -> intake.take(delivery("d" + i, 1)).toCompletableFuture())
                .toList();

        assertThat(room.getFirst()).isCompleted();
        assertThat(room.getLast()).isNotDone();
        steps.release(40);

        await().untilAsserted(() -> assertThat(room.getLast()).isCompleted());
        await().untilAsserted(() ->
                assertThat(pieces.stream().mapToInt(List::size).sum()).isEqualTo(33));
    }

    @Test
    void afterARestItBeginsAgain() {
        steps.release(2);
        intake.take(delivery("a", 1));
        await().until(() -> steps.availablePermits() == 1);
        intake.take(delivery("b", 1));

        await().untilAsserted(() -> assertThat(pieces).containsExactly(List.of("a"), List.of("b")));
    }

    /** As many records; nobody looks into them. */
    @SuppressWarnings("unchecked")
    private static KafkaRecordBatch<String, byte[]> delivery(String name, int records) {
        List<KafkaRecord<String, byte[]>> all =
                Collections.nCopies(records, (KafkaRecord<String, byte[]>) Proxy.newProxyInstance(
                        IntakeTest.class.getClassLoader(), new Class<?>[] {KafkaRecord.class}, (_, _, _) -> null));
        return (KafkaRecordBatch<String, byte[]>) Proxy.newProxyInstance(
                IntakeTest.class.getClassLoader(),
                new Class<?>[] {KafkaRecordBatch.class},
                (_, method, _) -> method.getName().equals("getRecords") ? all : name);
    }
}
