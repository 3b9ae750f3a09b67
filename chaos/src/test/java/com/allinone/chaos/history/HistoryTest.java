package com.allinone.chaos.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    private static final UUID KEY = new UUID(1, 2);
    private static final UUID ORDER = new UUID(3, 4);
    private static final UUID OTHER = new UUID(5, 6);

    @TempDir
    Path directory;

    @Test
    void aLineIsInTheFileWhenTheCallReturns() throws Exception {
        var file = directory.resolve("history.jsonl");
        try (var history = new History(file, CLOCK)) {
            var attempt = history.begin(new Attempt(7, KEY, OTHER, "tok_visa"));
            history.write("accepted", attempt, "id", ORDER.toString());

            assertThat(Files.readAllLines(file))
                    .containsExactly(
                            "{\"at\":\"2026-11-21T10:00:00Z\",\"order\":7,\"event\":\"order\",\"key\":\"%s\"}"
                                    .formatted(KEY),
                            "{\"at\":\"2026-11-21T10:00:00Z\",\"order\":7,\"event\":\"accepted\",\"id\":\"%s\"}"
                                    .formatted(ORDER));
        }
    }

    @Test
    void anEarlierHistoryIsNeverWrittenOver() throws Exception {
        var file = Files.createFile(directory.resolve("history.jsonl"));

        assertThatThrownBy(() -> new History(file, CLOCK)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void theSameOrderTwiceIsOneAndAnotherOneIsRemembered() {
        var attempt = new Attempt(1, KEY, OTHER, "tok_visa");
        assertThat(attempt.unknown()).isTrue();

        attempt.accepted(ORDER);
        attempt.accepted(ORDER);
        assertThat(attempt.otherOrder()).isNull();

        attempt.accepted(OTHER);
        assertThat(attempt.order()).isEqualTo(ORDER);
        assertThat(attempt.otherOrder()).isEqualTo(OTHER);
        assertThat(attempt.unknown()).isFalse();
    }
}
