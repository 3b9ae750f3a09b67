package com.allinone.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.messaging.OutgoingMessage;
import com.allinone.messaging.operating.Mandate;
import com.allinone.messaging.parts.Database;
import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.storage.JdbcOperatorActions;
import com.allinone.messaging.storage.JdbcOutboxLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The log goes back into the queue, and what is new waits behind it. */
@Timeout(60)
class RepublishingTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Mandate OLIVIA = new Mandate("olivia", "Kafka lost its log");

    private final Database database = new Database();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final JdbcOutboxLog log = new JdbcOutboxLog();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void putsTheLogBackFromAnInstantOnInSteps() {
        sent(NOON, 3);
        sent(NOON.plusSeconds(60), 4);
        published();

        Republishing republishing = republishing(3, Duration.ofSeconds(10));
        Republishing.Step first = republishing.step(NOON.plusSeconds(60), 0, OLIVIA);
        Republishing.Step second = republishing.step(NOON.plusSeconds(60), first.through(), OLIVIA);
        Republishing.Step third = republishing.step(NOON.plusSeconds(60), second.through(), OLIVIA);

        assertThat(List.of(first, second, third))
                .containsExactly(
                        new Republishing.Step(0, 3, 7, false),
                        new Republishing.Step(3, 6, 7, false),
                        new Republishing.Step(1, 7, 7, true));
        assertThat(head()).containsExactly(4L, 5L, 6L, 7L);
        assertThat(metrics.counter("messaging.outbox.republished").count()).isEqualTo(4);
        assertThat(database.number("select count(*) from operator_action where action = 'REPUBLISH'"
                        + " and author = 'olivia' and reason = 'Kafka lost its log'"))
                .isEqualTo(3);
    }

    @Test
    void mayBeRepeated() {
        sent(NOON, 3);

        Republishing republishing = republishing(100, Duration.ofSeconds(10));
        assertThat(republishing.step(NOON, 0, OLIVIA)).isEqualTo(new Republishing.Step(0, 3, 3, true));
        published();
        assertThat(republishing.step(NOON, 0, OLIVIA)).isEqualTo(new Republishing.Step(3, 3, 3, true));
        assertThat(republishing.step(NOON, 0, OLIVIA)).isEqualTo(new Republishing.Step(0, 3, 3, true));
        assertThat(head()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatIsNewWaitsUntilTheLogHasReachedIt() {
        sent(NOON, 4);
        published();
        Republishing republishing = republishing(2, Duration.ofSeconds(10));

        Republishing.Step first = republishing.step(NOON, 0, OLIVIA);
        sent(NOON, 1);
        assertThat(head())
                .as("the head while position 3 and 4 are not queued yet")
                .containsExactly(1L, 2L);
        published();
        assertThat(head()).isEmpty();
        Republishing.Step second = republishing.step(NOON, first.through(), OLIVIA);
        assertThat(head()).containsExactly(3L, 4L);
        republishing.step(NOON, second.through(), OLIVIA);

        assertThat(head()).containsExactly(3L, 4L, 5L);
    }

    @Test
    void aRepublishThatNobodyFinishesHoldsUpNothingForLong() throws InterruptedException {
        sent(NOON, 4);
        published();

        republishing(2, Duration.ofSeconds(1)).step(NOON, 0, OLIVIA);
        sent(NOON, 1);
        assertThat(head()).containsExactly(1L, 2L);
        Thread.sleep(1_200);

        assertThat(head()).containsExactly(1L, 2L, 5L);
    }

    @Test
    void waitsForTheRelayThatHasRowsAtHand() throws InterruptedException {
        sent(NOON, 2);
        published();
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch given = new CountDownLatch(1);
        var relay = CompletableFuture.supplyAsync(() -> holdsTheClaim(claimed, given), Thread::startVirtualThread);
        assertThat(claimed.await(30, TimeUnit.SECONDS)).isTrue();

        var republish = CompletableFuture.supplyAsync(
                () -> republishing(10, Duration.ofSeconds(10)).step(NOON, 0, OLIVIA), Thread::startVirtualThread);
        assertThatThrownBy(() -> republish.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(head()).isEmpty();
        given.countDown();

        assertThat(relay.join()).isTrue();
        assertThat(republish.join()).isEqualTo(new Republishing.Step(2, 2, 2, true));
        assertThat(head()).containsExactly(1L, 2L);
    }

    @Test
    void aLogThatHoldsNothingIsOverAtOnce() {
        assertThat(republishing(10, Duration.ofSeconds(10)).step(NOON, 0, OLIVIA))
                .isEqualTo(new Republishing.Step(0, 0, 0, true));
    }

    private boolean holdsTheClaim(CountDownLatch claimed, CountDownLatch given) {
        return at(NOON).call(transaction -> {
            boolean mine = log.claimed(transaction);
            claimed.countDown();
            try {
                return mine && given.await(2, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Republishing republishing(int step, Duration hold) {
        return new Republishing(
                at(NOON),
                log,
                new JdbcOperatorActions(),
                new RelaySignal(),
                new Steps(step, hold),
                Clock.fixed(NOON, ZoneOffset.UTC),
                metrics);
    }

    private void sent(Instant now, int count) {
        for (int i = 0; i < count; i++) {
            at(now).run(transaction -> transaction.send(new OutgoingMessage("notes", "a", "note.taken.v1", 1)));
        }
    }

    private void published() {
        at(NOON).run(transaction -> log.published(transaction, log.head(transaction, 100)));
    }

    private List<Long> head() {
        return at(NOON).call(transaction ->
                log.head(transaction, 100).stream().map(OutboxRow::position).toList());
    }

    private Transactions at(Instant now) {
        return database.transactions(Clock.fixed(now, ZoneOffset.UTC), new RelaySignal());
    }

    private record Steps(int step, Duration hold) implements RepublishConfig {}
}
