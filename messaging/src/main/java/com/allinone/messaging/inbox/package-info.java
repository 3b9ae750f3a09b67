/** The way in: batches from Kafka, duplicates dropped in the transaction of the effect, failures retried or parked. */
@NullMarked
package com.allinone.messaging.inbox;

import org.jspecify.annotations.NullMarked;
