/** Real PostgreSQL and Kafka in the hands of a test that puts messaging together by itself, and can cut their lines. */
@NullMarked
package com.allinone.messaging.parts;

import org.jspecify.annotations.NullMarked;
