/** Claims about the whole service, on real PostgreSQL and Kafka with a provider that misbehaves. */
@NullMarked
package com.allinone.payment;

import org.jspecify.annotations.NullMarked;
