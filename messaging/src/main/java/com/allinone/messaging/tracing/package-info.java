/** Keeps one order one trace: the trace context crosses the outbox and Kafka with each message. */
@NullMarked
package com.allinone.messaging.tracing;

import org.jspecify.annotations.NullMarked;
