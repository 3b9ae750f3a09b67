package com.allinone.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What may leave. */
class OutgoingLimitsTest {

    @Test
    void aKeyHas1To128Characters() {
        assertThat(new OutgoingMessage("notes", "k".repeat(128), "note.taken.v1", 1).key())
                .hasSize(128);
        assertThatThrownBy(() -> new OutgoingMessage("notes", "k".repeat(129), "note.taken.v1", 1))
                .hasMessage("A message key has 1 to 128 characters, this one has 129");
        assertThatThrownBy(() -> new OutgoingMessage("notes", "", "note.taken.v1", 1))
                .hasMessage("A message key has 1 to 128 characters, this one has 0");
    }

    @Test
    void aTypeHasAtMost128Characters() {
        String longest = "n".repeat(119) + ".taken.v1";
        assertThat(new OutgoingMessage("notes", "a", longest, 1).type()).hasSize(128);
        assertThatThrownBy(() -> new OutgoingMessage("notes", "a", "n" + longest, 1))
                .hasMessage("A message type has at most 128 characters, this one has 129");
    }
}
