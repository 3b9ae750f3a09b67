/** Claims about what PostgreSQL keeps, and what it refuses. */
@NullMarked
package com.allinone.payment.storage;

import org.jspecify.annotations.NullMarked;
