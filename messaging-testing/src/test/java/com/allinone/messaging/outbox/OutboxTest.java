package com.allinone.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.allinone.messaging.OutgoingMessage;
import com.allinone.messaging.SystemTicker;
import com.allinone.messaging.parts.Broker;
import com.allinone.messaging.parts.Database;
import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.storage.JdbcOutboxLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class OutboxTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Database database = new Database();
    private final RelaySignal signal = new RelaySignal();
    private final Transactions transactions = database.transactions(CLOCK, signal);
    private final String topic = Broker.topic();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<OutboxRelay> relays = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        Broker.line().mend();
        database.line().mend();
        for (OutboxRelay relay : relays) {
            relay.stop(new ShutdownEvent());
        }
        database.close();
    }

    @Test
    void aMessageLeavesIfItsTransactionCommits() {
        startRelay();

        send("a", 1);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(published()).isEqualTo(Map.of("a", List.of(1))));
    }

    @Test
    void noMessageLeavesWhenItsTransactionRollsBack() {
        startRelay();

        assertThatThrownBy(() -> transactions.run(transaction -> {
                    transaction
                            .sql("insert into note (key, number, message_id) values ('a', 1, gen_random_uuid())")
                            .update();
                    transaction.send(message("a", 1));
                    throw new IllegalStateException("No");
                }))
                .hasMessage("No");
        send("b", 2);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(published()).isEqualTo(Map.of("b", List.of(2))));
        assertThat(database.number("select count(*) from outbox")).isEqualTo(1);
        assertThat(database.number("select count(*) from note")).isZero();
    }

    @Test
    void refusesABodyThatKafkaWouldRefuse() {
        assertThatThrownBy(() -> transactions.run(transaction ->
                        transaction.send(new OutgoingMessage(topic, "a", "note.taken.v1", "x".repeat(300_000)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 250000");
        assertThat(database.number("select count(*) from outbox_pending")).isZero();
    }

    @Test
    void theOrderOfAKeyIsTheOrderOfItsCommitsUnderSixteenWriters() throws Exception {
        startRelay();
        startRelay();
        transactions.run(transaction -> transaction
                .sql("create table counter as select 'key' || n as key, 0 as number from generate_series(0, 3) n")
                .update());

        try (ExecutorService writers = Executors.newFixedThreadPool(16)) {
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < 16; writer++) {
                all.add(writers.submit(() -> {
                    for (int i = 0; i < 50; i++) {
                        countUp("key" + ThreadLocalRandom.current().nextInt(4));
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }

        await().atMost(PATIENCE).until(() -> database.number("select count(*) from outbox_pending") == 0);
        Map<String, List<Integer>> published = published();
        assertThat(published.values().stream().mapToInt(List::size).sum()).isEqualTo(800);
        assertThat(published.values()).allSatisfy(numbers -> assertThat(numbers).isSorted());
    }

    @Test
    void aRelayThatDiesBetweenPublishingAndDeletingLeavesDuplicatesAndNoHole() {
        for (int i = 1; i <= 5; i++) {
            send("a", i);
        }
        RelayProducer dying = producer();
        assertThatThrownBy(() -> transactions.run(transaction -> {
                    dying.publish(new JdbcOutboxLog().head(transaction, 3), Duration.ofSeconds(5));
                    throw new IllegalStateException("kill -9");
                }))
                .hasMessage("kill -9");

        startRelay();

        await().atMost(PATIENCE).until(() -> database.number("select count(*) from outbox_pending") == 0);
        assertThat(published()).isEqualTo(Map.of("a", List.of(1, 2, 3, 1, 2, 3, 4, 5)));
    }

    @Test
    void aFrozenHolderLosesTheLockWithinSecondsAndTheOtherGoesOn() throws Exception {
        try (Connection frozen = database.source().getConnection()) {
            frozen.setAutoCommit(false);
            try (var statement = frozen.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
                statement.setLong(1, JdbcOutboxLog.RELAY_LOCK);
                statement.executeQuery();
            }
            startRelay();
            send("a", 1);
            Thread.sleep(1_000);
            assertThat(published()).as("published while another holds the lock").isEmpty();

            await().atMost(Duration.ofSeconds(6))
                    .untilAsserted(() -> assertThat(published()).isEqualTo(Map.of("a", List.of(1))));
        }
    }

    @Test
    void nothingIsLostWhileKafkaIsAway() {
        startRelay();
        send("a", 1);
        await().atMost(PATIENCE).until(() -> database.number("select count(*) from outbox_pending") == 0);

        Broker.line().cut();
        for (int i = 2; i <= 20; i++) {
            send("a", i);
        }
        await().atMost(PATIENCE)
                .until(() -> metrics.counter("messaging.outbox.failures").count() >= 2);
        assertThat(database.number("select count(*) from outbox_pending")).isEqualTo(19);
        Broker.line().mend();

        await().atMost(PATIENCE).until(() -> database.number("select count(*) from outbox_pending") == 0);
        List<Integer> numbers = Objects.requireNonNull(published().get("a"));
        assertThat(numbers.stream().distinct().toList())
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20);
    }

    @Test
    void goesOnAfterTheDatabaseWasAway() {
        startRelay();
        database.line().cut();
        await().atMost(PATIENCE)
                .until(() -> metrics.counter("messaging.outbox.failures").count() >= 1);
        database.line().mend();

        send("a", 1);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(published()).isEqualTo(Map.of("a", List.of(1))));
    }

    private void countUp(String key) {
        transactions.run(transaction -> {
            int number = transaction
                    .sql("update counter set number = number + 1 where key = ? returning number")
                    .bind(key)
                    .list(row -> row.integer("number"))
                    .getFirst();
            transaction.send(message(key, number));
        });
    }

    private static RelayProducer producer() {
        return new RelayProducer(new KafkaBroker(Broker.settings()), new SystemTicker(), "notes");
    }

    private void startRelay() {
        OutboxRelay relay = new OutboxRelay(
                database.transactions(CLOCK, signal),
                new JdbcOutboxLog(),
                producer(),
                signal,
                RelaySettings.USUAL,
                new SystemTicker(),
                () -> Duration.ofMillis(5),
                metrics);
        relays.add(relay);
        relay.start(new StartupEvent());
    }

    private void send(String key, int number) {
        transactions.run(transaction -> transaction.send(message(key, number)));
    }

    private OutgoingMessage message(String key, int number) {
        return new OutgoingMessage(topic, key, "note.taken.v1", number);
    }

    /** The numbers on the topic, by key, in the order of publishing. */
    private Map<String, List<Integer>> published() {
        Map<String, List<Integer>> numbers = new HashMap<>();
        Broker.everythingOn(topic)
                .forEach(record -> numbers.computeIfAbsent(record.key(), key -> new ArrayList<>())
                        .add(Integer.valueOf(Broker.body(record))));
        return numbers;
    }
}
