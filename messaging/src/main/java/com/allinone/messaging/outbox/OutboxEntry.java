package com.allinone.messaging.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message as the log keeps it. {@code cause} is the id of the message that it answers. */
public record OutboxEntry(
        UUID messageId,
        String topic,
        String key,
        String type,
        String body,
        @Nullable String traceparent,
        @Nullable UUID cause,
        Instant recordedAt) {}
