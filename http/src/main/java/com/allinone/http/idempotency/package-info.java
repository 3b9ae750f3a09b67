/** Idempotency-Key: the same request twice has one effect and one answer. */
@NullMarked
package com.allinone.http.idempotency;

import org.jspecify.annotations.NullMarked;
