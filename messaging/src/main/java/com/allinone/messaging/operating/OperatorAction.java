package com.allinone.messaging.operating;

import com.allinone.messaging.parking.ParkedMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person did.
 *
 * @param consumer and
 * @param key of the parked messages; null where the action is about none
 * @param outcome what came of it, in words
 * @param discarded the message that is gone; null where none is
 */
public record OperatorAction(
        Kind kind,
        Mandate mandate,
        Instant at,
        @Nullable String consumer,
        @Nullable String key,
        String outcome,
        @Nullable ParkedMessage discarded) {

    /** What can be done. */
    public enum Kind {
        REDRIVE,
        DISCARD,
        REPUBLISH
    }
}
