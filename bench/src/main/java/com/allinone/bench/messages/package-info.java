/** One hop on its own: the relay from PostgreSQL to Kafka, and reservations decided through Kafka. */
@NullMarked
package com.allinone.bench.messages;

import org.jspecify.annotations.NullMarked;
