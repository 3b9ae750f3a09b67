package com.allinone.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.messaging.OutgoingMessage;
import com.allinone.messaging.SystemTicker;
import com.allinone.messaging.parts.Broker;
import com.allinone.messaging.parts.Database;
import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.storage.JdbcOutboxLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two relays, of which one is frozen in the middle of a batch and wakes up when the other has long gone on. */
@Timeout(90)
class FrozenRelayTest {

    private final Database database = new Database();
    private final Transactions transactions = database.transactions(Clock.systemUTC(), new RelaySignal());
    private final String topic = Broker.topic();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void itsCommitFailsAndItLeavesDuplicatesAndNoHole() throws Exception {
        send(1, 2, 3, 4, 5);
        CountDownLatch frozen = new CountDownLatch(1);
        CountDownLatch thawed = new CountDownLatch(1);
        OutboxRelay sleeper = relay(freezingBeforeTheThird(frozen, thawed), 100);
        OutboxRelay other = relay(new KafkaBroker(Broker.settings()), 100);

        var sleeping = CompletableFuture.supplyAsync(sleeper::publishHead, Thread::startVirtualThread);
        assertThat(frozen.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(other.publishHead())
                .as("while the frozen one holds the lock")
                .isZero();
        long begun = System.nanoTime();
        while (other.publishHead() == 0) {
            Thread.sleep(50);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        }
        send(6, 7);
        assertThat(other.publishHead()).isEqualTo(2);
        thawed.countDown();

        assertThatThrownBy(sleeping::join).hasCauseInstanceOf(DatabaseFailure.class);
        List<Integer> published = published();
        assertThat(published).containsExactly(1, 2, 1, 2, 3, 4, 5, 6, 7, 3, 4, 5);
        assertThat(published.stream().distinct().toList()).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(database.number("select count(*) from outbox_pending")).isZero();
        assertThat(sleeper.publishHead())
                .as("it goes on as if nothing had been")
                .isZero();
    }

    @Test
    void publishesAtMostABatchAtOnce() {
        send(1, 2, 3);
        OutboxRelay relay = relay(new KafkaBroker(Broker.settings()), 2);

        assertThat(relay.publishHead()).isEqualTo(2);
        assertThat(published()).containsExactly(1, 2);
        assertThat(relay.publishHead()).isEqualTo(1);
    }

    private OutboxRelay relay(com.allinone.messaging.outbox.Broker broker, int batch) {
        SystemTicker ticker = new SystemTicker();
        return new OutboxRelay(
                database.transactions(Clock.systemUTC(), new RelaySignal()),
                new JdbcOutboxLog(),
                new RelayProducer(broker, ticker, "notes"),
                new RelaySignal(),
                new RelaySettings(true, batch, Duration.ofMillis(50), Duration.ofSeconds(60), Duration.ofDays(3)),
                ticker,
                () -> Duration.ZERO,
                new SimpleMeterRegistry());
    }

    private static com.allinone.messaging.outbox.Broker freezingBeforeTheThird(
            CountDownLatch frozen, CountDownLatch thawed) {
        AtomicInteger sent = new AtomicInteger();
        return () -> {
            var kafka = new KafkaBroker(Broker.settings()).connect();
            return new com.allinone.messaging.outbox.Broker.Connection() {
                @Override
                public Future<?> send(ProducerRecord<String, byte[]> record) {
                    if (sent.incrementAndGet() == 3) {
                        frozen.countDown();
                        await(thawed);
                    }
                    return kafka.send(record);
                }

                @Override
                public void abandon() {
                    kafka.abandon();
                }
            };
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(int... numbers) {
        for (int number : numbers) {
            transactions.run(transaction -> transaction.send(new OutgoingMessage(topic, "a", "note.taken.v1", number)));
        }
    }

    private List<Integer> published() {
        return Broker.everythingOn(topic).stream()
                .map(record -> Integer.valueOf(Broker.body(record)))
                .toList();
    }
}
