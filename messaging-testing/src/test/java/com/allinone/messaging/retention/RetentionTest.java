package com.allinone.messaging.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.messaging.OutgoingMessage;
import com.allinone.messaging.inbox.InboxConfig;
import com.allinone.messaging.outbox.RelaySignal;
import com.allinone.messaging.parts.Database;
import com.allinone.messaging.sql.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final InboxConfig TWO_WEEKS = new Kept(Duration.ofDays(14));

    private final Database database = new Database();
    private final Transactions transactions = at(NOON);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void makesTheDaysAheadAndThoseThatMayStillArrive() {
        start(NOON);

        assertThat(days("inbox")).hasSize(18).startsWith("inbox_20261107").endsWith("inbox_20261124");
        assertThat(days("outbox"))
                .containsExactly(
                        "outbox_20261121", "outbox_20261122", "outbox_20261123", "outbox_20261124", "outbox_other");
    }

    @Test
    void dropsTheDaysThatAreOver() {
        start(NOON);
        start(NOON.plus(Duration.ofDays(5)));

        assertThat(days("inbox")).hasSize(18).startsWith("inbox_20261112").endsWith("inbox_20261129");
        assertThat(days("outbox")).startsWith("outbox_20261123").contains("outbox_20261129");
    }

    @Test
    void keepsADayOfTheLogForAsLongAsOneOfItsMessagesIsUnpublished() {
        start(NOON);
        transactions.run(transaction -> transaction.send(new OutgoingMessage("notes", "a", "note.taken.v1", 1)));

        start(NOON.plus(Duration.ofDays(5)));

        assertThat(days("outbox")).startsWith("outbox_20261121", "outbox_20261122");
    }

    @Test
    void startsAlthoughAClockRanAhead() {
        start(NOON);
        Instant ahead = NOON.plus(Duration.ofDays(10));
        at(ahead).run(transaction -> transaction.send(new OutgoingMessage("notes", "a", "note.taken.v1", 1)));

        start(ahead);

        assertThat(days("outbox")).contains("outbox_20261202").doesNotContain("outbox_20261201");
        assertThat(database.number("select count(*) from outbox_other")).isEqualTo(1);
    }

    @Test
    void refusesToStartWhenItWouldForgetTooSoon() {
        assertThatThrownBy(() -> RetentionAtStart.run(
                        transactions, new Kept(Duration.ofDays(11)), Clock.fixed(NOON, ZoneOffset.UTC)))
                .hasMessage(
                        "messaging.inbox.retention is PT264H and must be at least PT288H: the outbox's and the topics'"
                                + " retention and two days");
    }

    private void start(Instant now) {
        RetentionAtStart.run(at(now), TWO_WEEKS, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Transactions at(Instant now) {
        return database.transactions(Clock.fixed(now, ZoneOffset.UTC), new RelaySignal());
    }

    private List<String> days(String table) {
        return transactions.call(transaction -> transaction
                .sql(
                        "select inhrelid::regclass::text as name from pg_inherits where inhparent = ?::regclass order by 1")
                .bind(table)
                .list(row -> row.text("name")));
    }

    private record Kept(Duration retention) implements InboxConfig {
        @Override
        public Duration topicRetention() {
            return Duration.ofDays(7);
        }

        @Override
        public Duration backoff() {
            return Duration.ofMillis(20);
        }

        @Override
        public Duration longestBackoff() {
            return Duration.ofMillis(200);
        }
    }
}
