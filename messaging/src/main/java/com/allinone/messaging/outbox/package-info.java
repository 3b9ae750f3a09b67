/** The way out: an append-only log, a queue of what is not yet published, and the relay that publishes it in order. */
@NullMarked
package com.allinone.messaging.outbox;

import org.jspecify.annotations.NullMarked;
