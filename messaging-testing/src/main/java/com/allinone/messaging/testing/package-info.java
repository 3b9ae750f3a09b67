/** What a service's tests stand on: real PostgreSQL and Kafka, tokens, contracts, and words for messages. */
@NullMarked
package com.allinone.messaging.testing;

import org.jspecify.annotations.NullMarked;
