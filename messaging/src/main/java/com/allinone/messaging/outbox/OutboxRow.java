package com.allinone.messaging.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message of the log, on its way to Kafka. {@code position} is its place in the order of publishing. */
record OutboxRow(
        long position,
        UUID messageId,
        String topic,
        String key,
        String type,
        String body,
        @Nullable String traceparent,
        @Nullable UUID cause,
        Instant recordedAt) {}
