/** Operators at work, through HTTP, on real PostgreSQL and Kafka. */
@NullMarked
package com.allinone.catalog.editing;

import org.jspecify.annotations.NullMarked;
