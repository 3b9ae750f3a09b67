package com.allinone.messaging.outbox;

/** A message of the log, on its way to Kafka. {@code position} is its place in the order of publishing. */
public record OutboxRow(long position, OutboxEntry entry) {}
